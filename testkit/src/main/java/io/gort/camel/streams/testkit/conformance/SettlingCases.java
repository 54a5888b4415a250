package io.gort.camel.streams.testkit.conformance;

import static io.gort.camel.streams.testkit.conformance.DeliveryCases.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.Acknowledgment;
import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.testkit.conformance.SharingCases.Threads;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Cases 20 to 22: when an entry counts as done, and that it is nobody else's until then. */
interface SettlingCases extends ConformanceFixture {

    @Test
    @Case(20)
    default void aRouteSlowerThanMinIdleIsNeverRunTwiceAtOnce() throws Exception {
        isNeverRunTwiceAtOnce("");
    }

    @Test
    @Case(20)
    default void inLanesARouteSlowerThanMinIdleIsNeverRunTwiceAtOnce() throws Exception {
        isNeverRunTwiceAtOnce("&lanes=2&laneBy=field:n");
    }

    private void isNeverRunTwiceAtOnce(String options) throws Exception {
        EntryRecorder storage = group(GROUP);
        Set<String> running = ConcurrentHashMap.newKeySet();
        Set<String> twiceAtOnce = ConcurrentHashMap.newKeySet();
        for (String name : List.of("alice", "bob", "carol")) {
            member(routes -> routes.from(from("orders") + "&batchSize=3&consumerName=" + name + options)
                    .process(exchange -> {
                        if (!running.add(field(exchange, "n"))) {
                            twiceAtOnce.add(field(exchange, "n"));
                        }
                    })
                    .delay(1_000)
                    .process(exchange -> running.remove(field(exchange, "n")))
                    .process(storage.handled()));
        }

        publish("orders", 9);

        books().allHandledOnce(storage);
        assertThat(twiceAtOnce).isEmpty();
    }

    @Test
    @Case(21)
    default void whatAnErrorHandlerHasHandledIsAcknowledged() throws Exception {
        settlesAsDocumented(
                routes -> {
                    routes.onException(IllegalStateException.class).handled(true);
                    routes.from(from("orders"))
                            .filter(exchange -> isBad(field(exchange, "n")))
                            .throwException(new IllegalStateException("no luck"));
                },
                Set.of());
    }

    @Test
    @Case(21)
    default void whatDoTryHasCaughtIsAcknowledged() throws Exception {
        settlesAsDocumented(
                routes -> routes.from(from("orders"))
                        .doTry()
                        .filter(exchange -> isBad(field(exchange, "n")))
                        .throwException(new IllegalStateException("no luck"))
                        .endDoTry()
                        .doCatch(IllegalStateException.class)
                        .end(),
                Set.of());
    }

    @Test
    @Case(21)
    default void behindSedaAndThreadsOnlyWhatFailsThereStaysPending() throws Exception {
        EntryRecorder storage = group(GROUP);
        member(routes -> {
            routes.from(from("orders")).to("seda:work?waitForTaskToComplete=Never");
            routes.from("seda:work")
                    .threads(2)
                    .filter(exchange -> isBad(field(exchange, "n")))
                    .throwException(new IllegalStateException("no luck"))
                    .end()
                    .process(storage.handled());
        });

        List<String> names = publish("orders", 100);

        books().ends(storage, Set.of(), badOnes(names));
    }

    @Test
    @Case(21)
    default void whatAggregateAndWireTapTakeIsAcknowledgedAtOnce() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        EntryRecorder storage = group(GROUP);
        AggregationStrategy latest = (before, now) -> now;
        member(routes -> {
            routes.from(from("orders"))
                    .wireTap("direct:tapped")
                    .end()
                    .aggregate(routes.constant(true), latest)
                    .completionSize(1_000)
                    .to("mock:never");
            routes.from("direct:tapped")
                    .process(exchange -> goOn.await(30, TimeUnit.SECONDS))
                    .process(storage.handled());
        });

        publish("orders", 10);

        eventually()
                .passes(() -> assertThat(
                                redis().client().xinfoGroups("orders").get(0).getLastDeliveredId())
                        .isEqualTo(redis().client().xinfoStream("orders").getLastGeneratedId()));
        eventually().pendingIs("orders", GROUP, 0);
        assertThat(storage.handledCount()).isZero();
        goOn.countDown();
        books().allHandledOnce(storage);
    }

    @Test
    @Case(22)
    default void aHandleAcknowledgesFromAnotherThreadAndOnlyOnce() throws Exception {
        EntryRecorder storage = group(GROUP);
        ExecutorService threads = closedAfterwards(new Threads(4)).executor();
        member(routes -> routes.from(from("orders") + "&ackMode=MANUAL").process(exchange -> {
            Acknowledgment handle = handleOf(exchange);
            String stream = DeliveryCases.streamOf(exchange);
            String id = exchange.getMessage().getHeader(GortStreamsConstants.ENTRY_ID, String.class);
            threads.execute(() -> {
                storage.handled(stream, id);
                handle.acknowledge();
                handle.acknowledge();
                handle.leavePending();
            });
        }));

        publish("orders", 500);

        books().allHandledOnce(storage);
    }

    @Test
    @Case(22)
    default void whatIsAcknowledgedLaterOrNeverIsPendingUntilThenAndNotRunAgain() throws Exception {
        EntryRecorder storage = group(GROUP);
        BlockingQueue<Acknowledgment> later = new LinkedBlockingQueue<>();
        member(routes -> routes.from(from("orders") + "&ackMode=MANUAL")
                .process(storage.handled())
                .filter(exchange -> !isBad(field(exchange, "n")))
                .process(exchange -> later.add(handleOf(exchange))));

        List<String> names = publish("orders", 50);

        eventually().passes(() -> assertThat(later).hasSize(40));
        // longer than minIdle: entries in work are not claimed, not even by the member itself
        Awaitility.await()
                .during(Duration.ofMillis(700))
                .until(() -> redis().client().xpending("orders", GROUP).getTotal() == 50);
        later.forEach(Acknowledgment::acknowledge);
        books().ends(storage, Set.of(), badOnes(names));
        assertThat(books().balanced(storage).duplicates()).isZero();
    }

    @Test
    @Case(22)
    default void handlesThatNobodyUsesDoNotHoldUpTheRestForEver() throws Exception {
        EntryRecorder storage = group(GROUP);
        Set<String> ignoredOnce = ConcurrentHashMap.newKeySet();
        member(routes -> routes.from(from("orders") + "&ackMode=MANUAL&maxInFlight=5&maxProcessingTime=500ms")
                .filter(exchange -> !ignoredOnce.add(field(exchange, "n")))
                .process(storage.handled())
                .process(exchange -> handleOf(exchange).acknowledge()));

        publish("orders", 20);

        books().allHandledOnce(storage);
    }

    private void settlesAsDocumented(LambdaRouteBuilder routes, Set<String> pending) throws Exception {
        EntryRecorder storage = group(GROUP);
        member(context -> {
            context.interceptFrom("gort-streams:*").process(storage.handled());
            routes.accept(context);
        });

        publish("orders", 100);

        books().ends(storage, Set.of(), pending);
        assertThat(books().balanced(storage).duplicates()).isZero();
    }

    private static Acknowledgment handleOf(Exchange exchange) {
        return exchange.getMessage().getHeader(GortStreamsConstants.ACKNOWLEDGMENT, Acknowledgment.class);
    }

    private static boolean isBad(String n) {
        return Integer.parseInt(n) % 5 == 4;
    }

    private static Set<String> badOnes(List<String> names) {
        return IntStream.range(0, names.size())
                .filter(n -> n % 5 == 4)
                .mapToObj(names::get)
                .collect(Collectors.toSet());
    }
}
