package io.gort.camel.streams.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.RedisClient;

/** A cluster of a test's own: masters, and replicas if wanted. */
public final class ClusterServers implements AutoCloseable {

    private static final int SLOTS = 16_384;

    private static final Duration NODE_TIMEOUT = Duration.ofMillis(2_000);
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final List<RedisServerProcess> nodes = new ArrayList<>();

    private ClusterServers() {}

    /**
     * Starts a cluster, and returns once each node knows who holds what.
     *
     * @param masters  how many nodes share the slots
     * @param replicas how many of the masters have a replica
     */
    public static ClusterServers start(int masters, int replicas) {
        ClusterServers started = new ClusterServers();
        try {
            started.startAll(masters, replicas);
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    /** Where the nodes are: {@code 127.0.0.1:5001,127.0.0.1:5002}. */
    public String nodes() {
        return nodes.stream().map(node -> node.redis().toString()).collect(Collectors.joining(","));
    }

    /** All servers, the first masters first. */
    public List<RedisServerProcess> servers() {
        return List.copyOf(nodes);
    }

    /** The server that holds a slot now, as the servers themselves say. */
    public RedisServerProcess holder(int slot) {
        RedisServerProcess asked =
                nodes.stream().filter(RedisServerProcess::isRunning).findFirst().orElseThrow();
        long port = holderPort(asked, slot);
        return nodes.stream()
                .filter(server -> server.port() == port)
                .findFirst()
                .orElseThrow();
    }

    /** Lets the replica of a slot's master take its place, and returns once all nodes know. */
    public void failOver(int slot) {
        RedisServerProcess old = holder(slot);
        RedisServerProcess replica = nodes.stream()
                .filter(node -> isReplicaOf(node, old))
                .findFirst()
                .orElseThrow();
        replica.redis().client().sendCommand(Command.CLUSTER, "FAILOVER");
        awaitEverywhere(slot, replica);
    }

    /** Kills the master of a slot, and returns once its replica has taken its place and the old one has come back. */
    public void killHolder(int slot) {
        RedisServerProcess old = holder(slot);
        old.kill();
        eventually(() -> {
            if (holder(slot) == old) {
                throw new AssertionError("slot " + slot + ": still held by " + old.redis());
            }
        });
        old.startAgain();
        awaitEverywhere(slot, holder(slot));
    }

    /** Moves a slot with all of its keys to another master, key by key as resharding does, while clients go on. */
    public void reshard(int slot) {
        reshardWith(slot, Set.of(), () -> {});
    }

    /**
     * The same, with something done half way.
     *
     * @param before which keys have been moved by then
     */
    public void reshardWith(int slot, Set<String> before, Runnable halfWay) {
        RedisServerProcess from = holder(slot);
        RedisServerProcess to = nodes.stream()
                .filter(node -> node != from && isMaster(node))
                .findFirst()
                .orElseThrow();
        String number = Integer.toString(slot);
        client(to).sendCommand(Command.CLUSTER, "SETSLOT", number, "IMPORTING", id(from));
        client(from).sendCommand(Command.CLUSTER, "SETSLOT", number, "MIGRATING", id(to));
        before.forEach(key -> move(key, from, to));
        halfWay.run();
        moveKeys(number, from, to);
        for (RedisServerProcess node : List.of(to, from)) {
            client(node).sendCommand(Command.CLUSTER, "SETSLOT", number, "NODE", id(to));
        }
        awaitEverywhere(slot, to);
    }

    @Override
    public void close() {
        nodes.forEach(RedisServerProcess::close);
    }

    private void startAll(int masters, int replicas) {
        RedisServerSettings settings = RedisServerProcess.settings().clusterNode(NODE_TIMEOUT);
        for (int i = 0; i < masters + replicas; i++) {
            nodes.add(settings.start());
        }
        for (int i = 0; i < nodes.size(); i++) {
            client(nodes.get(i)).sendCommand(Command.CLUSTER, "SET-CONFIG-EPOCH", Integer.toString(i + 1));
            client(nodes.get(0)).sendCommand(Command.CLUSTER, "MEET", "127.0.0.1", portOf(nodes.get(i)));
        }
        for (int i = 0; i < masters; i++) {
            client(nodes.get(i)).executeCommand(addSlots(i * SLOTS / masters, (i + 1) * SLOTS / masters));
        }
        eventually(() -> nodes.forEach(node -> infoHolds(node, "cluster_known_nodes:" + nodes.size())));
        for (int i = 0; i < replicas; i++) {
            client(nodes.get(masters + i)).sendCommand(Command.CLUSTER, "REPLICATE", id(nodes.get(i)));
        }
        eventually(() -> nodes.forEach(node -> infoHolds(node, "cluster_state:ok")));
        eventually(() -> nodes.subList(masters, nodes.size())
                .forEach(node -> holds(client(node).info("replication"), "master_link_status:up")));
        for (int i = 0; i < masters; i++) {
            awaitEverywhere(i * SLOTS / masters, nodes.get(i));
        }
    }

    /** As Redis 6 knows it too, which takes no ranges. */
    private static CommandArguments addSlots(int first, int end) {
        CommandArguments command = new CommandArguments(Command.CLUSTER).add("ADDSLOTS");
        IntStream.range(first, end).forEach(command::add);
        return command;
    }

    private static void moveKeys(String slot, RedisServerProcess from, RedisServerProcess to) {
        List<?> keys = (List<?>) client(from).sendCommand(Command.CLUSTER, "GETKEYSINSLOT", slot, "100");
        while (!keys.isEmpty()) {
            keys.forEach(key -> move(text(key), from, to));
            keys = (List<?>) client(from).sendCommand(Command.CLUSTER, "GETKEYSINSLOT", slot, "100");
        }
    }

    private static void move(String key, RedisServerProcess from, RedisServerProcess to) {
        client(from).sendCommand(Command.MIGRATE, "127.0.0.1", portOf(to), key, "0", "5000");
    }

    private void awaitEverywhere(int slot, RedisServerProcess holder) {
        eventually(() -> {
            for (RedisServerProcess node : nodes) {
                infoHolds(node, "cluster_state:ok");
                holds(Long.toString(holderPort(node, slot)), portOf(holder));
            }
        });
    }

    private static long holderPort(RedisServerProcess node, int slot) {
        for (Object range : (List<?>) client(node).sendCommand(Command.CLUSTER, "SLOTS")) {
            List<?> parts = (List<?>) range;
            if ((Long) parts.get(0) <= slot && slot <= (Long) parts.get(1)) {
                return (Long) ((List<?>) parts.get(2)).get(1);
            }
        }
        return 0;
    }

    private static boolean isMaster(RedisServerProcess node) {
        return client(node).info("replication").contains("role:master");
    }

    private static boolean isReplicaOf(RedisServerProcess node, RedisServerProcess master) {
        String info = client(node).info("replication");
        return info.contains("role:slave") && info.contains("master_port:" + master.port() + "\r");
    }

    private static String id(RedisServerProcess node) {
        return text(client(node).sendCommand(Command.CLUSTER, "MYID"));
    }

    private static void infoHolds(RedisServerProcess node, String expected) {
        holds(text(client(node).sendCommand(Command.CLUSTER, "INFO")), expected);
    }

    private static void holds(String text, String expected) {
        if (!text.contains(expected)) {
            throw new AssertionError(text + " (expected: " + expected + ")");
        }
    }

    private void eventually(Runnable assertions) {
        nodes.get(0).redis().eventually().within(PATIENCE).passes(assertions::run);
    }

    private static RedisClient client(RedisServerProcess node) {
        return node.redis().client();
    }

    private static String portOf(RedisServerProcess node) {
        return Integer.toString(node.port());
    }

    private static String text(Object reply) {
        return new String((byte[]) reply, StandardCharsets.UTF_8);
    }
}
