package io.gort.camel.streams.karaf;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.RedisClient;

/** What members leave at the server while they live, and only then. */
final class Traces {

    private Traces() {}

    /** How many connections there are, the one that asks included. */
    static int connections(RedisClient client) {
        byte[] list = (byte[]) client.sendCommand(Command.CLIENT, "LIST");
        return (int) new String(list, StandardCharsets.UTF_8).lines().count();
    }

    /** The keys by which members hold their names. */
    static Set<String> leases(RedisClient client) {
        return client.keys("gort-streams:member:*");
    }
}
