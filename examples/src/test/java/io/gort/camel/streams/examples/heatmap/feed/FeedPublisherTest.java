package io.gort.camel.streams.examples.heatmap.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FeedPublisherTest {

    private final List<List<FeedEvent>> published = new CopyOnWriteArrayList<>();

    @Test
    void publishesInOrderAndInBatchesOfAHundred() {
        FeedPublisher publisher = new FeedPublisher(feed(250), Admission.ALWAYS, this::publish);

        publisher.run();

        assertThat(published).extracting(List::size).containsExactly(100, 100, 50);
        assertThat(published.get(2).get(49).fields()).containsEntry("price", "249");
        assertThat(publisher.isFinished()).isTrue();
    }

    @Test
    void triesAgainUntilItWorks() {
        AtomicInteger attempts = new AtomicInteger();
        FeedPublisher publisher = new FeedPublisher(feed(1), Admission.ALWAYS, events -> {
            if (attempts.incrementAndGet() < 2) {
                throw new IllegalStateException("not now");
            }
            return publish(events);
        });

        publisher.run();

        assertThat(published).hasSize(1);
    }

    @Test
    void triesOnlyThoseAgainThatAreNotOnTheirStreams() {
        FeedPublisher publisher = new FeedPublisher(feed(4), Admission.ALWAYS, events -> {
            publish(events);
            return published.size() == 1 ? events.subList(1, 3) : List.of();
        });

        publisher.run();

        assertThat(published).extracting(List::size).containsExactly(4, 2);
        assertThat(published.get(1).get(0).fields()).containsEntry("price", "1");
    }

    @Test
    void publishesWhatIsAdmittedWhileItHoldsTheRestBack() throws InterruptedException {
        AtomicBoolean full = new AtomicBoolean(true);
        FeedPublisher publisher = new FeedPublisher(
                feed(2), key -> !full.get() || (published.isEmpty() && key.endsWith("S0")), this::publish);
        Thread thread = new Thread(publisher);

        thread.start();
        await().until(() -> published.size() == 1);
        assertThat(publisher.isFinished()).isFalse();
        full.set(false);
        thread.join();

        assertThat(published).extracting(List::size).containsExactly(1, 1);
    }

    @Test
    void publishesNothingOnceStopped() throws InterruptedException {
        FeedPublisher publisher = new FeedPublisher(feed(5), key -> false, this::publish);
        Thread thread = new Thread(publisher);

        thread.start();
        publisher.stop();
        thread.join();

        assertThat(published).isEmpty();
        assertThat(publisher.isFinished()).isFalse();
    }

    @Test
    void tellsThatTheInputBroke() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk gone");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        };
        FeedPublisher publisher =
                new FeedPublisher(new InputFeed(broken, null, line -> {}), Admission.ALWAYS, this::publish);

        publisher.run();

        assertThat(publisher.failure()).contains("disk gone");
    }

    @Test
    void tellsThatTheFeedBroke() {
        InputFeed broken =
                new InputFeed(new ByteArrayInputStream("no event".getBytes(StandardCharsets.UTF_8)), null, line -> {
                    throw new IllegalStateException("a defect");
                });
        FeedPublisher publisher = new FeedPublisher(broken, Admission.ALWAYS, this::publish);

        publisher.run();

        assertThat(publisher.failure()).contains("a defect");
        assertThat(publisher.isFinished()).isFalse();
    }

    private List<FeedEvent> publish(List<FeedEvent> events) {
        published.add(events);
        return List.of();
    }

    private static Feed feed(int events) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < events; i++) {
            lines.append("{\"exchange\":\"okx\",\"symbol\":\"S" + i % 2 + "\",\"price\":" + i + "}\n");
        }
        return new InputFeed(
                new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)), null, line -> {});
    }
}
