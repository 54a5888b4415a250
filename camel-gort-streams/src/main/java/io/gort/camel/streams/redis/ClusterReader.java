package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.Acknowledgements;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.ServerAddress;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.StreamKeys;
import io.gort.camel.streams.entry.UnreadCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads streams of a cluster over one connection of its own to each master that holds some of them. A read that
 * concerns one slot waits on the server. A server cannot wait for several slots, so those are asked for in turns: one
 * write to each master, with a read for each slot in it that does not wait.
 */
final class ClusterReader implements StreamReader {

    /** From one turn to the next while entries come, unless a stream has more than a read brings. */
    private static final Duration TURN = Duration.ofMillis(20);

    /** From one turn to the next once none have come for a while. An entry waits no longer than this. */
    private static final Duration QUIET_TURN = Duration.ofMillis(40);

    private static final Duration UNTIL_QUIET = Duration.ofSeconds(1);

    private final ClusterNodes nodes;
    private final Duration grace;
    private final Consumer<StreamReader> whenClosed;
    private final Map<ServerAddress, NodeReader> readers = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<Integer> apart = new HashSet<>();
    private SlotMap slots = SlotMap.NONE;
    private @Nullable RedisStreamException untold;
    private long nextTurn = System.nanoTime();
    private long latestEntry = nextTurn;

    /**
     * @param whenClosed told once it is closed
     */
    ClusterReader(ClusterNodes nodes, Duration grace, Consumer<StreamReader> whenClosed) {
        this.nodes = nodes;
        this.grace = grace;
        this.whenClosed = whenClosed;
    }

    @Override
    public List<StreamEntry> readNew(
            UnreadCheck check,
            Acknowledgements due,
            GroupMember member,
            Collection<String> streamKeys,
            int count,
            Duration block) {
        ReadRequest.Ahead ahead = new ReadRequest.Ahead(check, due, count);
        return read(
                new ReadRequest(
                        streamKeys, count, ahead, (keys, time) -> ReadCommands.newOf(keys, member, count, time)),
                block);
    }

    @Override
    public List<StreamEntry> readUnacknowledged(
            UnreadCheck check, GroupMember member, Collection<String> streamKeys, int count, Duration block) {
        ReadRequest.Ahead ahead = new ReadRequest.Ahead(check, Acknowledgements.none(member.group()), count);
        return read(
                new ReadRequest(
                        streamKeys,
                        count,
                        ahead,
                        (keys, time) -> ReadCommands.unacknowledgedOf(keys, member, count, time)),
                block);
    }

    @Override
    public List<StreamEntry> readAfter(Map<String, EntryId> after, int count, Duration block) {
        return read(
                new ReadRequest(after.keySet(), count, ReadRequest.Ahead.NOTHING, (keys, time) -> {
                    Map<String, EntryId> ofThese = new LinkedHashMap<>(after);
                    ofThese.keySet().retainAll(keys);
                    return ReadCommands.after(ofThese, count, time);
                }),
                block);
    }

    @Override
    public void close() {
        closed.countDown();
        readers.values().forEach(NodeReader::drop);
        whenClosed.accept(this);
    }

    private List<StreamEntry> read(ReadRequest request, Duration block) {
        tellUntold();
        long end = System.nanoTime() + block.toNanos();
        ReadRequest.Ahead ahead = request.ahead();
        SlotReads reads = null;
        while (true) {
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            if (reads == null || reads.waits() || slots != nodes.current()) {
                reads = parted(request, left);
            }
            if (!reads.waits()) {
                awaitTurn();
            }
            ReadTurn turn = turn(reads, ahead, left);
            planNextTurn(turn, request.count());
            untold = turn.trouble();
            if (!turn.entries().isEmpty()) {
                return turn.entries(); // the trouble comes with the next read, or these would be lost
            }
            tellUntold();
            if (end - System.nanoTime() <= 0) {
                return List.of();
            }
            ahead = ReadRequest.Ahead.NOTHING;
        }
    }

    private SlotReads parted(ReadRequest request, Duration block) {
        SlotMap current = nodes.current();
        if (current != slots) {
            apart.clear();
            slots = current;
        }
        return SlotReads.of(request, nodes::master, apart, block);
    }

    private ReadTurn turn(SlotReads reads, ReadRequest.Ahead ahead, Duration left) {
        Duration answer = reads.waits() ? left.plus(grace) : grace;
        ReadTurn turn = new ReadTurn(nodes, apart);
        List<NodeReader> asked = new ArrayList<>();
        reads.byMaster().forEach((node, parts) -> {
            try {
                NodeReader reader = reader(node);
                reader.sendAhead(ahead, key -> node.equals(slots.master(StreamKeys.slot(key))), answer);
                reader.send(parts);
                asked.add(reader);
            } catch (RedisStreamException e) {
                turn.failed(node, e);
            }
        });
        asked.forEach(reader -> receive(reader, turn));
        return turn;
    }

    private void receive(NodeReader reader, ReadTurn turn) {
        try {
            reader.receive(turn);
        } catch (RedisStreamException e) {
            turn.failed(reader.node(), e);
        } finally {
            if (!reader.isUsable()) {
                reader.drop(); // and stays: whoever reads on must hear that an answer may be lost
            }
        }
    }

    private NodeReader reader(ServerAddress node) {
        NodeReader reader = readers.computeIfAbsent(
                node, address -> new NodeReader(address, nodes.server(address).dedicated()));
        if (closed.getCount() == 0) {
            reader.drop();
            throw isClosed();
        }
        return reader;
    }

    private void planNextTurn(ReadTurn turn, int count) {
        long now = System.nanoTime();
        if (turn.most() > 0) {
            latestEntry = now;
        }
        boolean quiet = now - latestEntry > UNTIL_QUIET.toNanos();
        Duration wait = turn.most() >= count ? Duration.ZERO : quiet ? QUIET_TURN : TURN;
        nextTurn = now + wait.toNanos();
    }

    private void awaitTurn() {
        try {
            if (closed.await(nextTurn - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw isClosed();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionLostException("interrupted while waiting for the next turn", e);
        }
    }

    private void tellUntold() {
        RedisStreamException trouble = untold;
        untold = null;
        if (trouble != null) {
            throw trouble;
        }
    }

    private static ConnectionLostException isClosed() {
        return new ConnectionLostException("the reader is closed", null);
    }
}
