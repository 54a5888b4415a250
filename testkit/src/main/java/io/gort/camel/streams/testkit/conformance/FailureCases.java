package io.gort.camel.streams.testkit.conformance;

import static io.gort.camel.streams.testkit.conformance.DeliveryCases.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.trade.LiquidationEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;

/** Cases 16 to 18 and 23: entries that fail in the route are tried again, given up once, and hold up nobody. */
interface FailureCases extends ConformanceFixture {

    @Test
    @Case(16)
    default void whatKeepsFailingIsClaimedAndThenDeadLetteredOnceWithTheReason() throws Exception {
        EntryRecorder storage = group(GROUP);
        Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();
        member(routes -> routes.from(from("orders") + "&maxDeliveries=3&consumerName=alice")
                .routeId("failing")
                .process(exchange -> runs.computeIfAbsent(field(exchange, "n"), n -> new AtomicInteger())
                        .incrementAndGet())
                .throwException(new IllegalStateException("no luck")));

        List<String> names = publish("orders", 20);

        books().ends(storage, Set.copyOf(names), Set.of());
        assertThat(storage.deadLetters()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(runs).hasSize(20);
        assertThat(runs.values()).extracting(AtomicInteger::get).containsOnly(3);
        assertThat(redis().client().xrange("dead-letter:{orders}", (StreamEntryID) null, null))
                .allSatisfy(letter -> assertThat(letter.getFields())
                        .containsKeys("n", "dead_letter_time", "dead_letter_entry_id")
                        .containsEntry("dead_letter_reason", "failed")
                        .containsEntry("dead_letter_exception", IllegalStateException.class.getName())
                        .containsEntry("dead_letter_message", "no luck")
                        .containsEntry("dead_letter_stream", "orders")
                        .containsEntry("dead_letter_group", GROUP)
                        .containsEntry("dead_letter_consumer", "alice")
                        .containsEntry("dead_letter_delivery_count", "3")
                        .containsEntry("dead_letter_origin", "failing"));
    }

    @Test
    @Case(16)
    default void withADeadLetterKeyOfAnotherTypeEntriesStayPendingUntilItIsGone() throws Exception {
        EntryRecorder storage = group(GROUP);
        redis().client().set("dead-letter:{orders}", "not a stream");
        AtomicInteger runs = new AtomicInteger();
        member(routes -> routes.from(from("orders") + "&maxDeliveries=2")
                .process(exchange -> runs.incrementAndGet())
                .throwException(new IllegalStateException("no luck")));

        List<String> names = publish("orders", 10);

        eventually().passes(() -> assertThat(runs).hasValue(20));
        books().ends(storage, Set.of(), Set.copyOf(names));
        redis().client().del("dead-letter:{orders}");
        books().ends(storage, Set.copyOf(names), Set.of());
        assertThat(storage.deadLetters()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(runs).as("runs in all, none beyond the limit").hasValue(20);
    }

    @Test
    @Case(16)
    default void twoMembersRacingForFailingEntriesMakeOneDeadLetterOfEach() throws Exception {
        EntryRecorder storage = group(GROUP);
        for (String name : List.of("alice", "bob")) {
            String options = "&maxDeliveries=3&keepAlive=false&minIdle=50ms&claimInterval=20ms&blockTimeout=50ms";
            member(routes -> routes.from("gort-streams:orders?group=storage&groupStart=0" + options)
                    .routeId(name)
                    .delay(20)
                    .throwException(new IllegalStateException("no luck")));
        }

        List<String> names = publish("orders", 50);

        books().ends(storage, Set.copyOf(names), Set.of());
        assertThat(storage.deadLetters()).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    @Case(17)
    default void amongEntriesThatAreGoodOrFailOrArePoisonEachEndsWhereItMust() throws Exception {
        EntryRecorder storage = group(GROUP);
        for (String name : List.of("alice", "bob")) {
            member(routes -> routes.from(from("orders") + "&maxDeliveries=3&consumerName=" + name)
                    .process(exchange -> {
                        long delivery =
                                exchange.getMessage().getHeader(GortStreamsConstants.DELIVERY_COUNT, Long.class);
                        int kind = Integer.parseInt(field(exchange, "n")) % 3;
                        if (kind == 1 && delivery == 1) {
                            throw new IllegalStateException("once");
                        }
                        if (kind == 2) {
                            throw new InvalidEntryException("order", List.of("poison"));
                        }
                    })
                    .process(storage.handled()));
        }

        List<String> names = publish("orders", 300);

        Set<String> poison = everyThird(names, 2);
        books().ends(storage, poison, Set.of());
        Account account = books().balanced(storage);
        Set<String> good = new HashSet<>(names);
        good.removeAll(poison);
        assertThat(account.handled().keySet()).isEqualTo(good);
        assertThat(account.duplicates()).isZero();
        assertThat(storage.deadLetters()).hasSize(100);
    }

    @Test
    @Case(18)
    default void undecodableEntriesAreDeadLetteredAndTheRestFlows() throws Exception {
        EntryRecorder storage = group(GROUP);
        String stream = "liquidations:binance:BTCUSDT";
        AtomicInteger decoded = new AtomicInteger();
        member(routes -> routes.from(from(stream) + "&maxDeliveries=5")
                .convertBodyTo(LiquidationEvent.class)
                .process(exchange -> decoded.incrementAndGet())
                .process(storage.handled()));

        List<String> names = publish(redis(), stream, 90, n -> n % 3 == 2 ? undecodable(n) : liquidation(n));

        Set<String> bad = everyThird(names, 2);
        books().ends(storage, bad, Set.of());
        assertThat(decoded).hasValue(60);
        assertThat(redis().client().xrange("dead-letter:{" + stream + "}", (StreamEntryID) null, null))
                .hasSize(30)
                .allSatisfy(letter -> assertThat(letter.getFields())
                        .containsEntry("dead_letter_reason", "invalid")
                        .containsEntry("dead_letter_delivery_count", "1"));
    }

    @Test
    @Case(23)
    default void poisonEntriesNeverStarveABusyStream() throws Exception {
        EntryRecorder storage = group(GROUP);
        AtomicInteger failures = new AtomicInteger();
        member(routes -> routes.from(from("orders"))
                .filter(exchange -> "poison".equals(field(exchange, "n")))
                .process(exchange -> failures.incrementAndGet())
                .throwException(new IllegalStateException("poison"))
                .end()
                .process(storage.handled()));

        List<String> poison = publish(redis(), "orders", 200, n -> Map.of("n", "poison"));
        for (int round = 1; round <= 20; round++) {
            publish("orders", 100);
            int wanted = round * 100;
            eventually().passes(() -> assertThat(storage.handledCount()).isGreaterThanOrEqualTo(wanted));
        }
        eventually().passes(() -> assertThat(failures).hasValueGreaterThan(600));

        books().ends(storage, Set.of(), Set.copyOf(poison));
        assertThat(books().balanced(storage).duplicates()).isZero();
    }

    private static Set<String> everyThird(List<String> names, int from) {
        return IntStream.range(0, names.size())
                .filter(n -> n % 3 == from)
                .mapToObj(names::get)
                .collect(Collectors.toSet());
    }

    private static Map<String, String> liquidation(int n) {
        return Map.of(
                "timestamp", Long.toString(1_757_000_000_000L + n),
                "side", "long",
                "order_type", "liquidation",
                "price", "45000.5",
                "quantity", "1.5");
    }

    private static Map<String, String> undecodable(int n) {
        return switch (n / 3 % 3) {
            case 0 -> Map.of("price", "not a number");
            case 1 -> Map.of("nothing", "of it");
            default -> Map.of("data", "{\"price\":");
        };
    }
}
