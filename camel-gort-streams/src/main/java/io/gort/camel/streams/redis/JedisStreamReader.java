package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.Acknowledgements;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.UnreadCheck;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads over a connection of its own. */
final class JedisStreamReader implements StreamReader {

    private final ServerLink link;
    private final Duration grace;
    private final Consumer<StreamReader> whenClosed;
    private boolean checkIsKnown;

    /**
     * @param link       its own; dropped at the end
     * @param whenClosed told once it is closed
     */
    JedisStreamReader(ServerLink link, Duration grace, Consumer<StreamReader> whenClosed) {
        this.link = link;
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
        RedisCommand read = ReadCommands.newOf(streamKeys, member, count, block);

        AcknowledgementsInFlight acks = new AcknowledgementsInFlight(due);
        UnreadChecksInFlight checks = new UnreadChecksInFlight(check, member.group(), count, checkIsKnown);
        return exchange(block, () -> {
            acks.send(link);
            checks.send(link);
            link.send(read);
            acks.receive(link);
            checkIsKnown = checks.receive(link, checkIsKnown);
            return link.receive(read, Replies::entriesOfStreams);
        });
    }

    @Override
    public List<StreamEntry> readUnacknowledged(
            UnreadCheck check, GroupMember member, Collection<String> streamKeys, int count, Duration block) {
        RedisCommand read = ReadCommands.unacknowledgedOf(streamKeys, member, count, block);
        UnreadChecksInFlight checks = new UnreadChecksInFlight(check, member.group(), count, checkIsKnown);
        return exchange(block, () -> {
            checks.send(link);
            link.send(read);
            checkIsKnown = checks.receive(link, checkIsKnown);
            return link.receive(read, Replies::entriesOfStreams);
        });
    }

    @Override
    public List<StreamEntry> readAfter(Map<String, EntryId> after, int count, Duration block) {
        RedisCommand read = ReadCommands.after(after, count, block);
        return exchange(block, () -> {
            link.send(read);
            return link.receive(read, Replies::entriesOfStreams);
        });
    }

    @Override
    public void close() {
        link.drop();
        whenClosed.accept(this);
    }

    /** Whatever stops us before the last reply is read ends the connection, or the next read would get that reply. */
    private List<StreamEntry> exchange(Duration block, Supplier<List<StreamEntry>> reading) {
        link.answerWithin(block.plus(grace));
        try {
            return reading.get();
        } finally {
            if (!link.isReusable()) {
                link.drop();
            }
        }
    }
}
