package io.gort.camel.streams.testkit.conformance;

import static io.gort.camel.streams.testkit.conformance.DeliveryCases.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.GortStreamsConstants;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

/** Cases 7 to 14: members come and go, groups share and do not share, streams appear. */
interface SharingCases extends ConformanceFixture {

    @Test
    @Case(7)
    default void consumedInPartsByNewMembersNoneIsLost() throws Exception {
        EntryRecorder storage = group(GROUP);
        publish("orders", 1_000);

        for (int part = 1; part <= 5; part++) {
            String name = "member-" + part;
            int enough = part * 150;
            CamelContext member = member(routes ->
                    routes.from(from("orders") + "&consumerName=" + name).process(storage.handled()));
            eventually().passes(() -> assertThat(storage.handledCount()).isGreaterThan(enough));
            member.close();
            books().balanced(storage);
        }
        member(routes -> routes.from(from("orders") + "&consumerName=last").process(storage.handled()));

        books().allHandledOnce(storage);
    }

    @Test
    @Case(8)
    default void membersThatOpenAndCloseConcurrentlyLoseNone() throws Exception {
        EntryRecorder storage = group(GROUP);
        ExecutorService threads = closedAfterwards(new Threads(4)).executor();
        List<Future<?>> comingAndGoing = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String name = "guest-" + i;
            comingAndGoing.add(threads.submit((Callable<Void>) () -> {
                for (int visit = 0; visit < 4; visit++) {
                    int before = storage.handledCount();
                    CamelContext guest = member(routes -> routes.from(from("orders") + "&consumerName=" + name)
                            .process(storage.handled()));
                    eventually().passes(() -> assertThat(storage.handledCount()).isGreaterThan(before));
                    guest.close();
                }
                return null;
            }));
        }
        while (!comingAndGoing.stream().allMatch(Future::isDone)) {
            publish("orders", 50);
            eventually()
                    .passes(() -> assertThat(storage.publishedCount() - storage.handledCount() < 500
                                    || comingAndGoing.stream().allMatch(Future::isDone))
                            .isTrue());
        }
        for (Future<?> guest : comingAndGoing) {
            guest.get();
        }
        member(routes -> routes.from(from("orders") + "&consumerName=last").process(storage.handled()));

        books().allHandledOnce(storage);
    }

    @Test
    @Case(9)
    default void amongThreeMembersThatAlwaysFailTheGoodOneGetsAll() throws Exception {
        EntryRecorder storage = group(GROUP);
        for (String name : List.of("bad-1", "bad-2", "bad-3")) {
            member(routes -> routes.from(from("orders") + "&consumerName=" + name)
                    .throwException(new IllegalStateException("never")));
        }
        member(routes -> routes.from(from("orders") + "&consumerName=good").process(storage.handled()));

        publish("orders", 100);

        books().allHandledOnce(storage);
    }

    @Test
    @Case(10)
    default void twoGroupsEachGetEverything() throws Exception {
        EntryRecorder storage = group("storage");
        EntryRecorder alerts = group("alerts");
        member(routes -> {
            routes.from(from("orders", "storage")).process(storage.handled());
            routes.from(from("orders", "alerts")).process(alerts.handled());
        });

        publish("orders", 500);

        books().allHandledOnce(storage);
        books().allHandledOnce(alerts);
    }

    @Test
    @Case(11)
    default void tenThousandParallelPublishesThenCloseLoseNone() throws Exception {
        EntryRecorder storage = group(GROUP);
        CamelContext publisher = member(routes -> {});
        ProducerTemplate template = publisher.createProducerTemplate();
        ExecutorService threads = closedAfterwards(new Threads(16)).executor();
        List<Future<?>> sent = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            Map<String, String> body = Map.of("n", Integer.toString(i));
            sent.add(threads.submit(() -> {
                Exchange exchange = new DefaultExchange(publisher);
                exchange.getMessage().setBody(body);
                template.send("gort-streams:orders", exchange);
                assertThat(exchange.getException()).isNull();
                books().published(
                                "orders", exchange.getMessage().getHeader(GortStreamsConstants.ENTRY_ID, String.class));
            }));
        }
        for (Future<?> one : sent) {
            one.get();
        }
        publisher.close();

        assertThat(redis().client().xlen("orders")).isEqualTo(10_000);
        assertThat(storage.publishedCount()).isEqualTo(10_000);
        member(routes -> routes.from(from("orders") + "&batchSize=100").process(storage.handled()));
        books().allHandledOnce(storage);
    }

    @Test
    @Case(12)
    default void aLateGroupThatBeginsAt0ReadsHistoryAndOneThatBeginsAtTheEndOnlyWhatIsNew() throws Exception {
        EntryRecorder history = group("history");
        publish("orders", 100);
        EntryRecorder news = group("news");
        member(routes -> {
            routes.from(from("orders", "history")).process(history.handled());
            routes.from("gort-streams:orders?group=news" + SOON).process(news.handled());
        });

        publish("orders", 100);

        books().allHandledOnce(history);
        books().allHandledOnce(news);
        assertThat(history.handledCount()).isEqualTo(200);
        assertThat(news.handledCount()).isEqualTo(100);
    }

    @Test
    @Case(13)
    default void withoutAGroupEveryInstanceSeesAll() throws Exception {
        publish("orders", 10);
        List<EntryRecorder> instances = List.of(group(null), group(null), group(null));
        for (EntryRecorder instance : instances) {
            member(routes ->
                    routes.from("gort-streams:orders?blockTimeout=200ms").process(instance.handled()));
        }

        for (int i = 0; i < 50; i++) {
            publish("orders", 10);
        }

        for (EntryRecorder instance : instances) {
            books().allHandledOnce(instance);
        }
    }

    @Test
    @Case(14)
    default void aPatternPicksUpAllOfAStreamThatIsCreatedLater() throws Exception {
        EntryRecorder storage = group(GROUP);
        EntryRecorder tail = group(null);
        Set<String> mixed = ConcurrentHashMap.newKeySet();
        LambdaRouteBuilder both = routes -> {
            routes.from("gort-streams:orders:*?group=storage&discoveryInterval=200ms" + SOON)
                    .filter(exchange -> !field(exchange, "of").equals(DeliveryCases.streamOf(exchange)))
                    .process(exchange -> mixed.add(field(exchange, "of")))
                    .end()
                    .process(storage.handled());
            routes.from("gort-streams:orders:*?discoveryInterval=200ms&blockTimeout=200ms")
                    .process(tail.handled());
        };
        member(both);

        for (String stream : List.of("orders:a", "orders:b", "orders:c")) {
            publish(redis(), stream, 100, n -> Map.of("of", stream));
            books().allHandledOnce(storage);
            books().allHandledOnce(tail);
        }
        assertThat(mixed).isEmpty();
    }

    /** Threads that end with the case. */
    record Threads(ExecutorService executor) implements AutoCloseable {

        Threads(int number) {
            this(Executors.newFixedThreadPool(number));
        }

        @Override
        public void close() {
            executor.shutdownNow();
        }
    }
}
