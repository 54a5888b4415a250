package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.entry.Page;
import io.gort.camel.streams.entry.Replay;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.StreamInfo;
import io.gort.camel.streams.entry.TrimResult;
import io.gort.camel.streams.redis.NoSuchGroupException;
import io.gort.camel.streams.redis.NoSuchKeyException;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.StreamEntryID;

/** What operations do where there is nothing, too much, or something else than meant. */
@WithRedis
class OperationEdgesIT {

    private CamelContext context;
    private RedisUnderTest redis;
    private TestKeys keys;

    @BeforeEach
    void start(RedisUnderTest theRedis, TestKeys theKeys) throws Exception {
        redis = theRedis;
        keys = theKeys;
        context = TestContexts.to(theRedis);
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    private @Nullable Object ask(String stream, String options, Map<String, Object> headers) {
        Map<String, Object> camelHeaders = new HashMap<>();
        headers.forEach((name, value) -> camelHeaders.put("CamelGortStreams" + name, value));
        return context.createProducerTemplate()
                .requestBodyAndHeaders("gort-streams:" + stream + "?operation=" + options, "ignored", camelHeaders);
    }

    @Test
    void takesAStreamThatDoesNotExistForAnEmptyOne() {
        String absent = keys.key("absent");

        assertThat(ask(absent, "length", Map.of())).isEqualTo(0L);
        assertThat(ask(absent, "info", Map.of())).isEqualTo(StreamInfo.ABSENT);
        assertThat(ask(absent, "groups", Map.of())).isEqualTo(List.of());
        assertThat(ask(absent, "range", Map.of())).isEqualTo(new Page<>(List.of(), null));
        assertThat(ask(absent, "revRange", Map.of())).isEqualTo(new Page<>(List.of(), null));
        assertThat(ask(absent, "trim", Map.of("MaxLength", 1)))
                .isEqualTo(new TrimResult(List.of(new TrimResult.TrimmedStream(absent, 0))));
        assertThat(ask(absent, "delete", Map.of("EntryId", "1-0"))).isEqualTo(0L);
        assertThat(ask(absent, "destroyGroup&group=g", Map.of())).isEqualTo(false);
        assertThat(ask(absent, "acknowledge&group=g", Map.of("EntryId", "1-0"))).isEqualTo(0L);
        assertThat(ask(absent, "replayDeadLetters", Map.of())).isEqualTo(List.of());
        assertThat(ask(absent, "purgeDeadLetters", Map.of())).isEqualTo(0L);
        assertThat(redis.client().exists(absent)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"consumers", "pending", "rewindGroup", "claim"})
    void tellsThatThereIsNoGroup(String operation) {
        String stream = keys.key("s");
        redis.client().xadd(stream, StreamEntryID.NEW_ENTRY, Map.of("n", "1"));

        for (String without : List.of(stream, keys.key("absent"))) {
            assertThatThrownBy(() -> ask(without, operation + "&group=none&consumerName=me", Map.of("GroupStart", "0")))
                    .cause()
                    .isInstanceOf(NoSuchGroupException.class)
                    .hasMessageContaining(without);
        }
    }

    @Test
    void createsAGroupByOptionsAndTellsOneThatIsThere() {
        String stream = keys.key("s");

        assertThatThrownBy(() -> ask(stream, "createGroup&group=g", Map.of("MakeStream", "false")))
                .cause()
                .isInstanceOf(NoSuchKeyException.class);
        assertThat(ask(stream, "createGroup&group=g&groupStart=0", Map.of())).isEqualTo(true);
        assertThat(ask(stream, "createGroup&group=g&groupStart=0", Map.of())).isEqualTo(false);

        assertThat(redis.client().xinfoGroups(stream))
                .singleElement()
                .satisfies(group -> assertThat(group.getName()).isEqualTo("g"));
    }

    @Test
    void pagesThroughAStreamInBothDirections() {
        String stream = keys.key("s");
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            ids.add(redis.client()
                    .xadd(stream, new StreamEntryID(i, 0), Map.of("n", "" + i))
                    .toString());
        }

        assertThat(idsOfPages(stream, "range", "From")).isEqualTo(ids);
        List<String> reversed = new ArrayList<>(ids);
        Collections.reverse(reversed);
        assertThat(idsOfPages(stream, "revRange", "To")).isEqualTo(reversed);
    }

    @SuppressWarnings("unchecked")
    private List<String> idsOfPages(String stream, String operation, String header) {
        List<String> ids = new ArrayList<>();
        Map<String, Object> headers = new HashMap<>(Map.of("Count", 3));
        Page<StreamEntry> page;
        do {
            page = (Page<StreamEntry>) ask(stream, operation, headers);
            page.entries().forEach(entry -> ids.add(entry.id().toString()));
            headers.put(header, String.valueOf(page.next()));
        } while (page.next() != null);
        return ids;
    }

    @Test
    void trimsEachStreamOfAPatternToItsUsualLengthButNoDeadLetters() {
        String symbol = keys.uniqueSymbol();
        String market = "market:okx:" + symbol;
        String deadLetters = "dead-letter:{" + market + "}";
        String fill = "for i = 1, 1100 do redis.call('XADD', KEYS[1], '*', 'n', i) end";
        redis.client().eval(fill, List.of(market), List.of());
        redis.client().eval(fill, List.of(deadLetters), List.of());

        TrimResult result = (TrimResult) ask("*:" + symbol + "*", "trim&trim=exact", Map.of());

        assertThat(result).isEqualTo(new TrimResult(List.of(new TrimResult.TrimmedStream(market, 100))));
        assertThat(redis.client().xlen(deadLetters)).isEqualTo(1_100);
    }

    @Test
    void trimsNothingIfOneStreamOfAPatternHasNoUsualLength() {
        String symbol = keys.uniqueSymbol();
        redis.client().xadd("market:okx:" + symbol, StreamEntryID.NEW_ENTRY, Map.of("n", "1"));
        redis.client().xadd("other:" + symbol, StreamEntryID.NEW_ENTRY, Map.of("n", "1"));

        assertThatThrownBy(() -> ask("*:" + symbol, "trim", Map.of()))
                .cause()
                .hasMessageContaining("CamelGortStreamsMaxLength: none (expected: ")
                .hasMessageContaining("other:" + symbol + " has no usual length");
    }

    @ParameterizedTest
    @CsvSource({"a*,length", "'a,b',info", "a*,replayDeadLetters"})
    void refusesSeveralStreamsWhereOneIsNeeded(String path, String operation) {
        assertThatThrownBy(() -> ask(path, operation, Map.of()))
                .rootCause()
                .hasMessage("stream: " + path + " (expected: one stream for a producer)");
        assertThatThrownBy(() -> ask("orders", operation, Map.of("StreamKey", path)))
                .cause()
                .hasMessage("stream: " + path + " (expected: one stream for the operation " + operation + ")");
    }

    @Test
    void purgesNoStreamThatHoldsNoDeadLetters() {
        String stream = keys.key("orders");
        redis.client().xadd(stream, StreamEntryID.NEW_ENTRY, Map.of("n", "1"));

        assertThatThrownBy(() -> ask(stream, "purgeDeadLetters", Map.of()))
                .cause()
                .hasMessageStartingWith("stream: " + stream + " (expected: a dead-letter stream; its entry ");

        assertThat(redis.client().xlen(stream)).isEqualTo(1);
    }

    @Test
    @SuppressWarnings("unchecked")
    void replaysTheLettersAmongOtherEntries() {
        String stream = keys.key("s");
        OperationSample.prepare(redis.client(), stream);
        String deadLetters = "dead-letter:{" + stream + "}";
        redis.client().xadd(deadLetters, new StreamEntryID(3, 0), Map.of("line", "no letter"));
        OperationSample.letter(redis.client(), stream, 4, "5-0");

        List<Replay> replays = (List<Replay>) ask(deadLetters, "replayDeadLetters", Map.of());

        assertThat(replays)
                .extracting(Replay::outcome)
                .containsExactly(
                        Replay.Outcome.PUT_BACK,
                        Replay.Outcome.ADDED,
                        Replay.Outcome.NOT_A_LETTER,
                        Replay.Outcome.PUT_BACK);
        assertThat(redis.client().xlen(deadLetters)).isEqualTo(1);
    }

    @Test
    void purgesMoreThanFitsIntoOneReadAndNotMoreThanAsked() {
        String deadLetters = "dead-letter:{" + keys.key("s") + "}";
        String fill = "for i = 1, 2500 do redis.call('XADD', KEYS[1], i .. '-0', 'n', i) end";
        redis.client().eval(fill, List.of(deadLetters), List.of());

        assertThat(ask(deadLetters, "purgeDeadLetters", Map.of("Count", 2_200, "DryRun", "true")))
                .isEqualTo(2_200L);
        assertThat(ask(deadLetters, "purgeDeadLetters", Map.of("Count", 2_200))).isEqualTo(2_200L);

        assertThat(redis.client().xlen(deadLetters)).isEqualTo(300);
        assertThat(ask(deadLetters, "purgeDeadLetters", Map.of())).isEqualTo(300L);
    }

    @Test
    void concernsTheGroupAndEntryOfTheRouteWhereNothingElseIsSaid() throws Exception {
        String stream = keys.key("s");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("gort-streams:" + stream + "?group=g&groupStart=0&ackMode=MANUAL&blockTimeout=100ms")
                        .to("gort-streams:" + stream + "?operation=acknowledge")
                        .setHeader("acknowledged", body())
                        .to("gort-streams:" + stream + "?operation=delete")
                        .to("mock:done");
            }
        });
        MockEndpoint done = context.getEndpoint("mock:done", MockEndpoint.class);
        done.expectedBodiesReceived(1L);
        done.expectedHeaderReceived("acknowledged", 1L);

        redis.client().xadd(stream, StreamEntryID.NEW_ENTRY, Map.of("n", "1"));

        done.assertIsSatisfied();
        assertThat(redis.client().xlen(stream)).isZero();
        assertThat(done.getReceivedExchanges().get(0).getMessage().getHeader(GortStreamsConstants.GROUP))
                .isEqualTo("g");
    }
}
