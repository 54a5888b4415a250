package io.gort.camel.streams.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.BatchAcknowledgment;
import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.testkit.conformance.SharingCases.Threads;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;

/** Case 15: entries that go through a route together are settled one by one. */
interface BatchCases extends ConformanceFixture {

    String IN_BATCHES = "&batching=true&batchSize=10&batchTimeout=100ms";

    @Test
    @Case(15)
    default void ofABatchOnlyTheEntriesThatFailedStayPending() throws Exception {
        onlyTheEntriesThatFailedStayPending("");
    }

    @Test
    @Case(15)
    default void ofABatchInNoOrderOnlyTheEntriesThatFailedStayPending() throws Exception {
        onlyTheEntriesThatFailedStayPending("&lanes=0&maxInFlight=50");
    }

    private void onlyTheEntriesThatFailedStayPending(String options) throws Exception {
        EntryRecorder storage = group(GROUP);
        Queue<Integer> sizes = new ConcurrentLinkedQueue<>();
        member(routes -> routes.from(from("orders,trades") + IN_BATCHES + options)
                .process(exchange -> {
                    sizes.add(entries(exchange).size());
                    for (StreamEntry entry : entries(exchange)) {
                        if (number(entry) % 5 == 4) {
                            handleOf(exchange).fail(entry, new IllegalStateException("no luck"));
                        } else {
                            storage.handled(entry.streamKey(), entry.id());
                        }
                    }
                }));

        Set<String> bad = new HashSet<>(badOnes(publish("orders", 100)));
        bad.addAll(badOnes(publish("trades", 100)));

        books().ends(storage, Set.of(), bad);
        assertThat(books().balanced(storage).duplicates()).isZero();
        assertThat(sizes).contains(10).allMatch(size -> size <= 10);
    }

    @Test
    @Case(15)
    default void ofABatchOnlyTheEntriesThatFailedAreDeadLettered() throws Exception {
        EntryRecorder storage = group(GROUP);
        member(routes -> routes.from(from("orders") + IN_BATCHES + "&maxDeliveries=3")
                .process(exchange -> {
                    for (StreamEntry entry : entries(exchange)) {
                        switch (number(entry) % 10) {
                            case 3 ->
                                handleOf(exchange).fail(entry, new InvalidEntryException("order", List.of("poison")));
                            case 7 -> handleOf(exchange).fail(entry, new IllegalStateException("no luck"));
                            default -> storage.handled(entry.streamKey(), entry.id());
                        }
                    }
                }));

        List<String> names = publish("orders", 100);

        books().ends(storage, chosen(names, n -> n % 10 == 3 || n % 10 == 7), Set.of());
        assertThat(books().balanced(storage).duplicates()).isZero();
        assertThat(redis().client().xrange("dead-letter:{orders}", (StreamEntryID) null, null))
                .extracting(letter -> letter.getFields().get("dead_letter_reason") + " "
                        + letter.getFields().get("dead_letter_delivery_count"))
                .hasSize(20)
                .containsOnly("invalid 1", "failed 3");
    }

    @Test
    @Case(15)
    default void anEntryThatFailsItsWholeBatchTakesNoOtherToTheDeadLetters() throws Exception {
        Exception failure = new IllegalStateException("poison in here");
        oneFailsItsWholeBatch(failure, "failed 4");
    }

    @Test
    @Case(15)
    default void anInvalidEntryThatFailsItsWholeBatchTakesNoOtherToTheDeadLetters() throws Exception {
        oneFailsItsWholeBatch(new InvalidEntryException("order", List.of("poison")), "invalid 3");
    }

    private void oneFailsItsWholeBatch(Exception failure, String reasonAndDeliveries) throws Exception {
        EntryRecorder storage = group(GROUP);
        member(routes -> routes.from(from("orders") + IN_BATCHES + "&maxDeliveries=4")
                .process(exchange -> {
                    if (entries(exchange).stream().anyMatch(entry -> number(entry) == 13)) {
                        throw failure;
                    }
                })
                .process(handled(storage)));

        List<String> names = publish("orders", 100);

        books().ends(storage, Set.of(names.get(13)), Set.of());
        assertThat(books().balanced(storage).duplicates()).isZero();
        assertThat(redis().client().xrange("dead-letter:{orders}", (StreamEntryID) null, null))
                .extracting(letter -> letter.getFields().get("dead_letter_reason") + " "
                        + letter.getFields().get("dead_letter_delivery_count"))
                .containsExactly(reasonAndDeliveries);
    }

    @Test
    @Case(15)
    default void ofABatchAcknowledgedByHandTheRestStaysPending() throws Exception {
        EntryRecorder storage = group(GROUP);
        ExecutorService threads = closedAfterwards(new Threads(4)).executor();
        member(routes -> routes.from(from("orders") + IN_BATCHES + "&ackMode=MANUAL")
                .process(exchange -> {
                    BatchAcknowledgment handle = handleOf(exchange);
                    for (StreamEntry entry : entries(exchange)) {
                        threads.execute(() -> {
                            if (number(entry) % 5 == 4) {
                                handle.leavePending(entry);
                            } else {
                                storage.handled(entry.streamKey(), entry.id());
                                handle.acknowledge(entry);
                                handle.leavePending(entry);
                            }
                        });
                    }
                }));

        List<String> names = publish("orders", 100);

        books().ends(storage, Set.of(), badOnes(names));
        assertThat(books().balanced(storage).duplicates()).isZero();
    }

    private static Processor handled(EntryRecorder recorder) {
        return exchange -> entries(exchange).forEach(entry -> recorder.handled(entry.streamKey(), entry.id()));
    }

    private static List<StreamEntry> entries(Exchange exchange) {
        List<?> body = exchange.getMessage().getBody(List.class);
        return body.stream().map(StreamEntry.class::cast).toList();
    }

    private static BatchAcknowledgment handleOf(Exchange exchange) {
        return exchange.getMessage().getHeader(GortStreamsConstants.ACKNOWLEDGMENT, BatchAcknowledgment.class);
    }

    private static int number(StreamEntry entry) {
        return Integer.parseInt(entry.fields().get("n"));
    }

    private static Set<String> badOnes(List<String> names) {
        return chosen(names, n -> n % 5 == 4);
    }

    private static Set<String> chosen(List<String> names, IntPredicate which) {
        return IntStream.range(0, names.size())
                .filter(which)
                .mapToObj(names::get)
                .collect(Collectors.toSet());
    }
}
