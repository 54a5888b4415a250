package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.entry.Replay;
import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;

/** What the operations on dead letters do: another try for the group that gave an entry up, and for no other. */
@WithRedis
class ReplayIT {

    private static final String QUICK = "minIdle=300ms&claimInterval=100ms&blockTimeout=100ms";

    private final AtomicBoolean mended = new AtomicBoolean();
    private final Queue<String> handled = new ConcurrentLinkedQueue<>();
    private final Queue<String> seenByOthers = new ConcurrentLinkedQueue<>();

    private CamelContext context(RedisUnderTest redis, String stream) throws Exception {
        return TestContexts.started(redis, new RouteBuilder() {
            @Override
            public void configure() {
                from("gort-streams:" + stream + "?group=failing&maxDeliveries=1&" + QUICK)
                        .process(exchange -> {
                            if (!mended.get()) {
                                throw new IllegalStateException("not yet");
                            }
                            handled.add(exchange.getMessage()
                                    .getBody(Map.class)
                                    .get("n")
                                    .toString());
                        });
                from("gort-streams:" + stream + "?group=other&" + QUICK)
                        .process(exchange -> seenByOthers.add(exchange.getMessage()
                                .getBody(Map.class)
                                .get("n")
                                .toString()));
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static List<Replay> replay(CamelContext context, String deadLetters, Map<String, Object> headers) {
        ProducerTemplate template = context.createProducerTemplate();
        return template.requestBodyAndHeaders(
                "gort-streams:" + deadLetters + "?operation=replayDeadLetters", null, headers, List.class);
    }

    @Test
    void putsAnEntryBackIntoTheGroupThatGaveItUp(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        String stream = keys.key("s");
        String deadLetters = "dead-letter:{" + stream + "}";
        try (CamelContext context = context(redis, stream)) {
            redis.client().xadd(stream, StreamEntryID.NEW_ENTRY, Map.of("n", "1"));
            eventually.lengthIs(deadLetters, 1);
            mended.set(true);

            assertThat(replay(context, deadLetters, Map.of(GortStreamsConstants.DRY_RUN, true)))
                    .extracting(Replay::outcome)
                    .containsExactly(Replay.Outcome.PUT_BACK);
            assertThat(handled).isEmpty();
            assertThat(replay(context, deadLetters, Map.of()))
                    .extracting(Replay::outcome)
                    .containsExactly(Replay.Outcome.PUT_BACK);

            eventually.passes(() -> assertThat(handled).containsExactly("1"));
            eventually.pendingIs(stream, "failing", 0);
            eventually.lengthIs(deadLetters, 0);
            assertThat(replay(context, deadLetters, Map.of())).isEmpty();
            assertThat(seenByOthers).containsExactly("1");
        }
    }

    @Test
    void addsAnEntryAgainThatIsNoLongerOnItsStream(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        String stream = keys.key("s");
        String deadLetters = "dead-letter:{" + stream + "}";
        try (CamelContext context = context(redis, stream)) {
            StreamEntryID first = redis.client().xadd(stream, StreamEntryID.NEW_ENTRY, Map.of("n", "1"));
            eventually.lengthIs(deadLetters, 1);
            eventually.passes(() -> assertThat(seenByOthers).containsExactly("1"));
            redis.client().xdel(stream, first);
            mended.set(true);

            assertThat(replay(context, deadLetters, Map.of()))
                    .extracting(Replay::outcome)
                    .containsExactly(Replay.Outcome.ADDED);

            eventually.passes(() -> assertThat(handled).containsExactly("1"));
            eventually.pendingIs(stream, "failing", 0);
            eventually.pendingIs(stream, "other", 0);
            assertThat(seenByOthers).containsExactly("1");
            assertThat(redis.client().xrange(stream, "-", "+").get(0).getFields())
                    .containsEntry("replay_of", first.toString())
                    .containsEntry("replay_group", "failing")
                    .containsEntry("replay_count", "1")
                    .doesNotContainKey("dead_letter_reason");
        }
    }

    @Test
    void purgesSoManyLettersOfARange(RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        String stream = keys.key("s");
        String deadLetters = "dead-letter:{" + stream + "}";
        try (CamelContext context = context(redis, stream)) {
            for (int i = 0; i < 5; i++) {
                redis.client().xadd(stream, StreamEntryID.NEW_ENTRY, Map.of("n", "" + i));
            }
            eventually.lengthIs(deadLetters, 5);
            ProducerTemplate template = context.createProducerTemplate();
            String purge = "gort-streams:" + deadLetters + "?operation=purgeDeadLetters";

            Map<String, Object> dry = Map.of(GortStreamsConstants.DRY_RUN, true);
            assertThat(template.requestBodyAndHeaders(purge, null, dry, Long.class))
                    .isEqualTo(5);
            assertThat(template.requestBodyAndHeader(purge, null, GortStreamsConstants.COUNT, 2, Long.class))
                    .isEqualTo(2);

            assertThat(redis.client().xlen(deadLetters)).isEqualTo(3);
        }
    }
}
