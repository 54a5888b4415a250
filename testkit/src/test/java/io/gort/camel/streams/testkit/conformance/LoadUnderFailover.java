package io.gort.camel.streams.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.GortStreamsComponent;
import io.gort.camel.streams.GortStreamsConfiguration;
import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.redis.StreamClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes numbered entries with a producer that tries again, and consumes them in others, while something happens to
 * the servers. The books are kept by number: an entry that the servers have lost is added again under another id.
 */
final class LoadUnderFailover implements AutoCloseable {

    private static final int LEAST_ENTRIES = 10_000;
    private static final int MEMBERS = 2;
    private static final String GROUP = "storage";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Logger LOG = LoggerFactory.getLogger(LoadUnderFailover.class);

    private final List<String> streams;
    private final CamelContext context = new DefaultCamelContext();
    private final Map<Integer, String> confirmed = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> handled = new ConcurrentHashMap<>();
    private volatile boolean over;

    /**
     * Starts the routes.
     *
     * @param streams     how many streams there are
     * @param connections says where the servers are
     */
    LoadUnderFailover(int streams, Consumer<GortStreamsConfiguration> connections) throws Exception {
        this.streams = IntStream.range(0, streams).mapToObj(i -> "orders:" + i).toList();
        GortStreamsComponent component = context.getComponent("gort-streams", GortStreamsComponent.class);
        connections.accept(component.getConfiguration());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                consume();
                publish();
            }

            private void consume() {
                String from = "gort-streams:" + String.join(",", LoadUnderFailover.this.streams) + "?group=" + GROUP
                        + "&groupStart=0&batchSize=50&minIdle=5s&claimInterval=1s";
                for (int i = 0; i < MEMBERS; i++) {
                    from(from)
                            .routeId("member-" + i)
                            .process(exchange -> handled.merge(
                                    Integer.valueOf(String.valueOf(exchange.getMessage()
                                            .getBody(Map.class)
                                            .get("n"))),
                                    1,
                                    Integer::sum));
                }
            }

            private void publish() {
                from("direct:publish").to("gort-streams:orders:0?idempotent=true&maxRetries=30");
            }
        });
        context.start();
    }

    /** Publishes at least ten thousand entries, and goes on until what happens meanwhile is over. */
    void publishWhile(Runnable happening) throws Exception {
        FutureTask<Integer> publishing = new FutureTask<>(this::publish);
        Thread publisher = new Thread(publishing, "publisher");
        publisher.start();
        try {
            Awaitility.await().atMost(PATIENCE).until(() -> confirmed.size() > LEAST_ENTRIES / 4);
            happening.run();
        } finally {
            over = true;
        }
        LOG.info("{} entries published", publishing.get());
    }

    /**
     * Waits until each confirmed entry is handled and nothing is pending, but for those that the servers have lost.
     *
     * @return how many confirmed entries the servers themselves have lost, as replication is asynchronous
     */
    int lostByTheServersOnly(StreamClient client) {
        Set<Integer> missing = new TreeSet<>();
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            Set<Integer> unhandled = new TreeSet<>(confirmed.keySet());
            unhandled.removeAll(handled.keySet());
            missing.clear();
            missing.addAll(unhandled);
            List<Integer> onStreams = numbersOn(client);
            assertThat(onStreams).as("numbers on the streams").doesNotHaveDuplicates();
            unhandled.retainAll(onStreams);
            assertThat(unhandled).as("on a stream, but not handled").isEmpty();
            for (String stream : streams) {
                assertThat(client.pending(stream, GROUP, null, EntryId.ZERO, Duration.ZERO, 10))
                        .as("pending of " + stream)
                        .isEmpty();
            }
        });
        long again = handled.values().stream().filter(times -> times > 1).count();
        LOG.info("{} confirmed, {} handled again, {} lost by the servers", confirmed.size(), again, missing.size());
        Set<Integer> neverPublished = new TreeSet<>(handled.keySet());
        neverPublished.removeAll(confirmed.keySet());
        assertThat(neverPublished).as("handled, but never published").isEmpty();
        return missing.size();
    }

    private List<Integer> numbersOn(StreamClient client) {
        List<Integer> numbers = new ArrayList<>();
        for (String stream : streams) {
            for (StreamEntry entry : client.range(stream, EntryId.ZERO, EntryId.MAX, 1_000_000)) {
                numbers.add(Integer.valueOf(entry.fields().getOrDefault("n", "-1")));
            }
        }
        return numbers;
    }

    private int publish() {
        ProducerTemplate producer = context.createProducerTemplate();
        int n = 0;
        while (n < LEAST_ENTRIES || !over) {
            Map<String, Object> headers = new HashMap<>();
            headers.put(GortStreamsConstants.STREAM_KEY, streams.get(n % streams.size()));
            producer.requestBodyAndHeaders("direct:publish", Map.of("n", Integer.toString(n)), headers);
            confirmed.put(n, streams.get(n % streams.size()));
            n++;
        }
        return n;
    }

    @Override
    public void close() throws Exception {
        over = true;
        context.close();
    }
}
