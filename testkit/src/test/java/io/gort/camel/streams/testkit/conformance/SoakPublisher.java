package io.gort.camel.streams.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.testkit.RedisUnderTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;

/**
 * Publishes numbered entries to all streams until it is told to end, each by a producer that adds it only once however
 * often it is tried again. Some of the entries say that they fail.
 */
final class SoakPublisher implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration EVERY = Duration.ofMillis(40);
    private static final int KEYS = 16;

    private final CamelContext context;
    private final ProducerTemplate producer;
    private final SoakNotes notes;
    private final ScheduledExecutorService timer;
    private final List<ScheduledFuture<?>> publishing;
    private final AtomicInteger triedAgain = new AtomicInteger();

    /** Begins to publish to the streams. */
    SoakPublisher(RedisUnderTest redis, List<String> streams, SoakNotes notes) throws Exception {
        this.notes = notes;
        context = ConformanceSuite.contextFor(redis);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:publish").to("gort-streams:orders?idempotent=true");
            }
        });
        context.start();
        producer = context.createProducerTemplate();
        timer = Executors.newScheduledThreadPool(streams.size());
        publishing = streams.stream().map(this::publishTo).toList();
    }

    private ScheduledFuture<?> publishTo(String streamKey) {
        AtomicInteger next = new AtomicInteger();
        return timer.scheduleAtFixedRate(
                () -> publish(streamKey, next.getAndIncrement()), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void publish(String streamKey, int n) {
        Map<String, Object> headers = Map.of(
                GortStreamsConstants.STREAM_KEY, streamKey, GortStreamsConstants.IDEMPOTENCY_KEY, Integer.toString(n));
        while (true) {
            try {
                notes.published(streamKey, add(entry(n), headers));
                return;
            } catch (CamelExecutionException e) {
                triedAgain.incrementAndGet(); // with the same key: nobody knows whether it is there
            }
        }
    }

    private String add(Map<String, String> entry, Map<String, Object> headers) {
        Exchange sent = producer.request("direct:publish", exchange -> {
            exchange.getMessage().setBody(entry);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
        if (sent.getException() != null) {
            throw new CamelExecutionException("not confirmed", sent, sent.getException());
        }
        return sent.getMessage().getHeader(GortStreamsConstants.ENTRY_ID, String.class);
    }

    private static Map<String, String> entry(int n) {
        Map<String, String> fields = new HashMap<>();
        fields.put("n", Integer.toString(n));
        fields.put("key", "k" + n % KEYS);
        int fails = fails(n);
        if (fails > 0) {
            fields.put(FailingEntries.FIELD, Integer.toString(fails));
        }
        return fields;
    }

    /** How often the entry of this number fails: most never, one in 100 once, one in 100 twice, one in 500 always. */
    private static int fails(int n) {
        if (n % 500 == 250) {
            return Integer.MAX_VALUE;
        }
        return switch (n % 100) {
            case 7 -> 1;
            case 57 -> 2;
            default -> 0;
        };
    }

    /** How often an exchange failed, and was sent again. */
    int triedAgain() {
        return triedAgain.get();
    }

    /** Publishes no more, once all that was begun is confirmed. */
    void end() throws InterruptedException {
        assertThat(publishing).as("publishing to each stream").noneMatch(ScheduledFuture::isDone);
        timer.shutdown();
        assertThat(timer.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("everything is confirmed within " + PATIENCE)
                .isTrue();
    }

    @Override
    public void close() throws Exception {
        timer.shutdownNow();
        context.close();
    }
}
