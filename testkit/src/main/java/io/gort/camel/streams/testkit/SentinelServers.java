package io.gort.camel.streams.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import redis.clients.jedis.Protocol.Command;

/** A master, two replicas and three sentinels of a test's own. */
public final class SentinelServers implements AutoCloseable {

    /** What the sentinels call the master. */
    public static final String MASTER_NAME = "main";

    private static final Duration DOWN_AFTER = Duration.ofMillis(1_500);
    private static final int REPLICAS = 2;
    private static final int SENTINELS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<RedisServerProcess> servers = new ArrayList<>();
    private final List<RedisServerProcess> sentinels = new ArrayList<>();

    private SentinelServers() {}

    /** Starts them, and returns once the sentinels know each other and the replicas. */
    public static SentinelServers start() {
        SentinelServers started = new SentinelServers();
        try {
            started.startAll();
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    /** Where the sentinels are: {@code 127.0.0.1:5001,127.0.0.1:5002}. */
    public String nodes() {
        return sentinels.stream().map(sentinel -> sentinel.redis().toString()).collect(Collectors.joining(","));
    }

    /** The server that the sentinels take for the master. */
    public RedisServerProcess master() {
        List<?> address = (List<?>)
                sentinels.get(0).redis().client().sendCommand(Command.SENTINEL, "GET-MASTER-ADDR-BY-NAME", MASTER_NAME);
        int port = Integer.parseInt(new String((byte[]) address.get(1), StandardCharsets.UTF_8));
        return servers.stream()
                .filter(server -> server.port() == port)
                .findFirst()
                .orElseThrow();
    }

    /** Makes a replica the master though nothing is wrong with the old one, and returns once the others follow it. */
    public void failOver() {
        RedisServerProcess old = master();
        sentinels.get(0).redis().client().sendCommand(Command.SENTINEL, "FAILOVER", MASTER_NAME);
        awaitAnotherMaster(old);
        awaitReplicas();
    }

    /**
     * Kills the master, and returns once the sentinels have made another one, and the old one has come back to follow
     * it.
     */
    public void killMaster() {
        RedisServerProcess old = master();
        old.kill();
        awaitAnotherMaster(old);
        old.startAgain();
        awaitReplicas();
    }

    @Override
    public void close() {
        sentinels.forEach(RedisServerProcess::close);
        servers.forEach(RedisServerProcess::close);
    }

    private void startAll() {
        RedisServerProcess master = RedisServerProcess.start();
        servers.add(master);
        for (int i = 0; i < REPLICAS; i++) {
            servers.add(RedisServerProcess.settings().replicaOf(master).start());
        }
        for (int i = 0; i < SENTINELS; i++) {
            RedisServerProcess sentinel = RedisServerProcess.settings()
                    .sentinelOf(master, MASTER_NAME, 2, DOWN_AFTER)
                    .start();
            sentinels.add(sentinel);
        }
        master.redis().eventually().within(PATIENCE).passes(() -> sentinels.forEach(SentinelServers::knowsTheOthers));
        awaitReplicas();
    }

    private void awaitReplicas() {
        RedisServerProcess master = master();
        master.redis().eventually().within(PATIENCE).passes(() -> {
            String info = master.redis().client().info("replication");
            if (info.split("state=online", -1).length != REPLICAS + 1) {
                throw new AssertionError(info);
            }
        });
    }

    private static void knowsTheOthers(RedisServerProcess sentinel) {
        String info = sentinel.redis().client().info("sentinel");
        if (!info.contains("slaves=" + REPLICAS + ",sentinels=" + SENTINELS)) {
            throw new AssertionError(info);
        }
    }

    private void awaitAnotherMaster(RedisServerProcess old) {
        sentinels.get(0).redis().eventually().within(PATIENCE).passes(() -> {
            RedisServerProcess now = master();
            if (now == old || !now.redis().client().info("replication").contains("role:master")) {
                throw new AssertionError("master: " + now.redis() + " (expected: another one)");
            }
        });
    }
}
