package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.PoolUse;
import io.gort.camel.streams.entry.ServerAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol.Command;

/**
 * The nodes of a cluster: who holds which slots, and a server for each that was asked for. What is known about slots is
 * asked anew when it has proved to be wrong, of any node that answers. Safe for many threads.
 */
final class ClusterNodes implements AutoCloseable {

    private final List<ServerAddress> seeds;
    private final Function<ServerAddress, OneServer> connect;
    private final Map<ServerAddress, OneServer> servers = new ConcurrentHashMap<>();
    private volatile SlotMap slots = SlotMap.NONE;
    private volatile boolean outdated = true;
    private volatile @Nullable ServerAddress suspect;
    private volatile boolean closed;

    /**
     * @param seeds   whom to ask at first
     * @param connect makes the way to a node; nothing is connected before it is needed
     */
    ClusterNodes(List<ServerAddress> seeds, Function<ServerAddress, OneServer> connect) {
        this.seeds = seeds;
        this.connect = connect;
    }

    /**
     * The master that holds a slot.
     *
     * @throws ServerNotReadyException if none does
     * @throws NoConnectionException if it is not known and no node answers, naming each node with its trouble
     * @throws AuthenticationFailedException if all nodes refuse who we are
     */
    ServerAddress master(int slot) {
        ServerAddress master = current().master(slot);
        if (master == null) {
            outdated = true;
            throw new ServerNotReadyException("no node of the cluster holds slot " + slot, null);
        }
        return master;
    }

    /** All masters that hold slots, at least one. */
    Set<ServerAddress> masters() {
        Set<ServerAddress> masters = current().masters();
        if (masters.isEmpty()) {
            outdated = true;
            throw new ServerNotReadyException("no node of the cluster holds any slot", null);
        }
        return masters;
    }

    /** The way to a node. */
    OneServer server(ServerAddress node) {
        OneServer server = servers.computeIfAbsent(node, connect);
        if (closed) {
            server.close();
        }
        return server;
    }

    /** Whether this trouble with a node may mean that its slots are elsewhere by now. */
    static boolean mayBeOutdated(RedisStreamException trouble) {
        return trouble instanceof ConnectionLostException
                || trouble instanceof ServerNotReadyException
                || trouble instanceof ServerReadOnlyException;
    }

    /**
     * What is known about slots, until it is known better.
     *
     * @throws NoConnectionException as {@link #master}
     */
    SlotMap current() {
        SlotMap known = slots;
        return outdated || known == SlotMap.NONE ? renewed(known) : known;
    }

    /**
     * Tells that what is known about slots may be wrong.
     *
     * @param node who has failed or sent us elsewhere; it is asked last
     */
    void outdate(ServerAddress node) {
        suspect = node;
        outdated = true;
    }

    List<PoolUse> pools() {
        return servers.values().stream()
                .flatMap(server -> server.pools().stream())
                .toList();
    }

    @Override
    public void close() {
        closed = true;
        servers.values().forEach(OneServer::close);
    }

    private synchronized SlotMap renewed(SlotMap known) {
        if (known != slots) {
            return slots; // somebody else has just asked
        }
        Troubles troubles = new Troubles();
        for (ServerAddress node : toAsk()) {
            try {
                outdated = false; // whoever finds out something from here on may not have been told
                slots = ask(node);
                closeAllBut(slots.nodes());
                return slots;
            } catch (RedisStreamException e) {
                outdated = true;
                troubles.add(e);
            }
        }
        throw troubles.together();
    }

    private SlotMap ask(ServerAddress node) {
        RedisCommand ask =
                RedisCommand.named(Command.CLUSTER, "CLUSTER", "SLOTS").text("SLOTS");
        try {
            return server(node).call(ask, reply -> SlotMap.of(node, reply));
        } catch (ConnectionLostException | ServerNotReadyException | AuthenticationFailedException e) {
            throw e;
        } catch (RedisStreamException e) {
            throw new RedisStreamException(e.getMessage() + " (topology: expected standalone)", e);
        }
    }

    /** Those known to hold slots first, as they are most likely to know; the one that failed last. */
    private List<ServerAddress> toAsk() {
        Set<ServerAddress> candidates = new LinkedHashSet<>(slots.masters());
        candidates.addAll(slots.nodes());
        candidates.addAll(seeds);
        List<ServerAddress> order = new ArrayList<>(candidates);
        ServerAddress last = suspect;
        if (last != null && order.remove(last)) {
            order.add(last);
        }
        return order;
    }

    private void closeAllBut(Set<ServerAddress> nodes) {
        for (Map.Entry<ServerAddress, OneServer> each : servers.entrySet()) {
            if (!nodes.contains(each.getKey()) && servers.remove(each.getKey(), each.getValue())) {
                each.getValue().close();
            }
        }
    }
}
