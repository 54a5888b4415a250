package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.gort.camel.streams.GortStreamsComponent;
import io.gort.camel.streams.Topology;
import io.gort.camel.streams.entry.AddEntry;
import io.gort.camel.streams.entry.ConnectionSettings;
import io.gort.camel.streams.entry.Credentials;
import io.gort.camel.streams.entry.ServerAddress;
import io.gort.camel.streams.entry.Servers;
import io.gort.camel.streams.entry.Trim;
import io.gort.camel.streams.redis.JedisStreamClients;
import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.testkit.ClusterServers;
import io.gort.camel.streams.testkit.RedisServerProcess;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Protocol.Command;

/**
 * Measures one consumer of 140 streams on three masters: how late entries are at 500 in a second, and what idling
 * costs.
 */
class ManyStreamsOfAClusterLoad {

    private static final int STREAMS = 140;
    private static final int PER_SECOND = 500;
    private static final int ENTRIES = 10_000;
    private static final int WARM_UP = 2_000;
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final String NAME = "many-streams";
    private static final Logger LOG = LoggerFactory.getLogger(ManyStreamsOfAClusterLoad.class);

    private final List<String> streams = IntStream.range(0, STREAMS)
            .mapToObj(i -> "liquidations:exchange" + i % 7 + ":SYMBOL" + i / 7)
            .toList();

    @Test
    void readsThemInTimeWithFewConnectionsAndLittleWork() throws Exception {
        long[] delays = new long[ENTRIES];
        AtomicInteger handled = new AtomicInteger();
        try (ClusterServers cluster = ClusterServers.start(3, 0);
                CamelContext context = new DefaultCamelContext();
                StreamClient publisher = connect(cluster)) {
            GortStreamsComponent component = context.getComponent("gort-streams", GortStreamsComponent.class);
            component.getConfiguration().setTopology(Topology.cluster);
            component.getConfiguration().setNodes(cluster.nodes());
            component.getConfiguration().setClientName(NAME);
            context.addRoutes(TestContexts.routes(routes -> routes.from(
                            "gort-streams:" + String.join(",", streams) + "?group=g")
                    .process(exchange -> {
                        Map<?, ?> fields = exchange.getMessage().getBody(Map.class);
                        long sent = Long.parseLong(String.valueOf(fields.get("sent")));
                        delays[handled.getAndIncrement()] = System.nanoTime() - sent;
                    })));
            context.start();

            publish(publisher);
            Awaitility.await().until(() -> handled.get() == ENTRIES);
            double idleHere = cpuWhileIdle(this::cpuHere);
            double idleThere = cpuWhileIdle(() -> cpuOf(cluster));

            long[] sorted = Arrays.copyOfRange(delays, WARM_UP, ENTRIES);
            Arrays.sort(sorted);
            Duration median = Duration.ofNanos(sorted[sorted.length / 2]);
            Duration p99 = Duration.ofNanos(sorted[sorted.length * 99 / 100]);
            List<Long> connections = cluster.servers().stream()
                    .map(ManyStreamsOfAClusterLoad::connections)
                    .toList();
            LOG.info(
                    "{} streams, {} entries/s: p50 {} ms, p99 {} ms; idle: {} % of a core here, {} % in 3 servers;"
                            + " connections {}",
                    STREAMS, PER_SECOND, median.toMillis(), p99.toMillis(), idleHere, idleThere, connections);
            assertThat(p99).isLessThan(Duration.ofMillis(50));
            assertThat(idleHere).isLessThan(5);
            assertThat(connections).allMatch(count -> count <= 1 + 8);
        }
    }

    private void publish(StreamClient publisher) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        AtomicInteger n = new AtomicInteger();
        timer.scheduleAtFixedRate(
                () -> {
                    int i = n.getAndIncrement();
                    if (i < ENTRIES) {
                        publisher.add(new AddEntry(
                                streams.get(i * 31 % STREAMS),
                                Map.of("sent", Long.toString(System.nanoTime())),
                                Trim.NONE));
                    }
                },
                0,
                1_000_000 / PER_SECOND,
                TimeUnit.MICROSECONDS);
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> n.get() > ENTRIES);
        timer.shutdown();
    }

    /** Says how much time a processor has worked until now. */
    private interface WorkedNanos {
        double get();
    }

    private static double cpuWhileIdle(WorkedNanos worked) {
        long begin = System.nanoTime();
        double before = worked.get();
        Awaitility.await().pollDelay(IDLE).atMost(IDLE.multipliedBy(2)).until(() -> true);
        return Math.round(1_000 * (worked.get() - before) / (System.nanoTime() - begin)) / 10.0;
    }

    private double cpuHere() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static double cpuOf(ClusterServers cluster) {
        double seconds = 0;
        for (RedisServerProcess server : cluster.servers()) {
            for (String line : server.redis().client().info("cpu").split("\r\n")) {
                if (line.startsWith("used_cpu_user:") || line.startsWith("used_cpu_sys:")) {
                    seconds += Double.parseDouble(line.substring(line.indexOf(':') + 1));
                }
            }
        }
        return seconds * 1_000_000_000;
    }

    private static long connections(RedisServerProcess server) {
        byte[] list = (byte[]) server.redis().client().sendCommand(Command.CLIENT, "LIST");
        return new String(list, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(" name=" + NAME + " "))
                .count();
    }

    private static StreamClient connect(ClusterServers cluster) {
        return JedisStreamClients.connect(new ConnectionSettings(
                new Servers.Cluster(ServerAddress.parseAll(cluster.nodes())),
                Credentials.NONE,
                null,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                8,
                "publisher"));
    }
}
