package io.gort.camel.streams.benchmarks;

import io.gort.camel.streams.GortStreamsComponent;
import io.gort.camel.streams.testkit.RedisServerProcess;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.resps.StreamEntry;

/** A Redis of its own, as a process on a loopback port, and both ways to it. */
final class TestBed implements AutoCloseable {

    private final RedisServerProcess server = RedisServerProcess.start();
    private final RedisClient driver = RedisClient.create(server.redis().host(), server.port());

    /** The bare driver with its own defaults, a client for all. */
    RedisClient driver() {
        return driver;
    }

    /** A started context without routes, whose endpoints lead to the server; the caller closes it. */
    CamelContext startContext() {
        CamelContext context = new DefaultCamelContext();
        context.getShutdownStrategy().setTimeout(10);
        GortStreamsComponent component = context.getComponent("gort-streams", GortStreamsComponent.class);
        component.getConfiguration().setHost(server.redis().host());
        component.getConfiguration().setPort(server.port());
        context.start();
        return context;
    }

    /** @throws IllegalStateException if the group has entries pending, or some that it was not given */
    void requireAllDone(String streamKey, String group) {
        long pending = driver().xpending(streamKey, group).getTotal();
        long lag = driver().xinfoGroups(streamKey).stream()
                .filter(info -> info.getName().equals(group))
                .mapToLong(info -> (Long) info.getGroupInfo().get("lag"))
                .sum();
        if (pending + lag > 0) {
            throw new IllegalStateException(
                    "group " + group + ": " + pending + " pending, " + lag + " not delivered (expected: none)");
        }
    }

    /** Sees that exactly the entries are on the stream, and deletes it. */
    void requireOnStream(String streamKey, int entries) {
        RollCall rollCall = new RollCall(entries);
        StreamEntryID from = StreamEntryID.MINIMUM_ID;
        List<StreamEntry> page;
        do {
            page = driver().xrange(streamKey, from, StreamEntryID.MAXIMUM_ID, 1_000);
            for (StreamEntry entry : page) {
                rollCall.here(entry.getFields());
                from = new StreamEntryID(entry.getID().getTime(), entry.getID().getSequence() + 1);
            }
        } while (!page.isEmpty());
        rollCall.requireEachOnce();
        driver().del(streamKey);
    }

    /** What the server says of itself. */
    String serverVersion() {
        return driver().info("server")
                .lines()
                .filter(line -> line.startsWith("redis_version:"))
                .map(line -> "Redis " + line.substring(line.indexOf(':') + 1).trim())
                .findFirst()
                .orElse("unknown");
    }

    @Override
    public void close() {
        driver.close();
        server.close();
    }
}
