package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gort.camel.streams.entry.Acknowledgements;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.redis.StreamReader;
import io.gort.camel.streams.redis.UnreadCheck;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class StreamConsumerTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    private final FakeStreamClient client = new FakeStreamClient();
    private final HandTimer keeper = new HandTimer();
    private final ExecutorService readerThread = Executors.newSingleThreadExecutor();

    @AfterEach
    void shutDown() {
        readerThread.shutdownNow();
    }

    private StreamConsumer consumer(DeliveryHandler handler, ScheduledExecutorService keeperThread) {
        ConsumerSettings settings = Samples.settings(0);
        return new StreamConsumer(
                "Reading s",
                settings,
                client,
                handler,
                (message, cause) -> {},
                new ConsumerThreads(readerThread, keeperThread, Runnable::run),
                Clock.systemUTC());
    }

    /** Brings one entry, then holds what it was given to acknowledge until it is closed, and a moment longer. */
    private static final class HoldingReader implements StreamReader {

        final CountDownLatch holding = new CountDownLatch(1);
        final CountDownLatch closed = new CountDownLatch(1);
        final CountDownLatch stopReturned = new CountDownLatch(1);
        private boolean brought;

        @Override
        public List<StreamEntry> readUnacknowledged(
                UnreadCheck check, GroupMember member, Collection<String> streamKeys, int count, Duration block) {
            return List.of();
        }

        @Override
        public List<StreamEntry> readNew(
                UnreadCheck check,
                Acknowledgements due,
                GroupMember member,
                Collection<String> streamKeys,
                int count,
                Duration block) {
            if (!brought) {
                brought = true;
                return List.of(entry(1));
            }
            holding.countDown();
            try {
                closed.await();
                assertThat(stopReturned.await(300, TimeUnit.MILLISECONDS)).isFalse();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw Samples.lost();
        }

        @Override
        public List<StreamEntry> readAfter(Map<String, EntryId> after, int count, Duration block) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    @Test
    void acknowledgesAtTheStopWhatTheReaderCouldNotSend() throws InterruptedException {
        HoldingReader reader = new HoldingReader();
        client.readers = () -> reader;
        StreamConsumer consumer = consumer(
                (batch, whenRouted) -> {
                    batch.acknowledge();
                    return true;
                },
                keeper);
        consumer.start(false);
        consumer.open();
        reader.holding.await();

        boolean ended = consumer.stop(LONG);
        reader.stopReturned.countDown();

        assertThat(ended).isTrue();
        assertThat(client.calls).contains("acknowledge s [1-0]");
    }

    @Test
    void stopsThoughARouteHangs() throws InterruptedException {
        FakeReader reader = new FakeReader();
        reader.answers.add(() -> List.of(entry(1)));
        client.readers = () -> reader;
        StreamConsumer consumer = consumer((batch, whenRouted) -> false, keeper);
        consumer.start(false);
        consumer.open();
        await().until(() -> consumer.inFlight() == 1);

        boolean ended = consumer.stop(Duration.ofMillis(50));

        assertThat(ended).isFalse();
        assertThat(client.calls).noneMatch(call -> call.startsWith("acknowledge"));
    }

    @Test
    void stopsThoughItWasNeverStarted() throws InterruptedException {
        assertThat(consumer((batch, whenRouted) -> true, keeper).stop(LONG)).isTrue();
    }

    @Test
    void keepsReadingWhenAStepEndsInAnError() {
        FakeReader reader = new FakeReader();
        reader.answers.add(() -> {
            throw new NoClassDefFoundError("gone");
        });
        reader.answers.add(() -> List.of(entry(1)));
        client.readers = () -> reader;
        StreamConsumer consumer = consumer((batch, whenRouted) -> true, keeper);
        consumer.start(false);

        consumer.open();

        await().until(() -> consumer.counters().delivered() == 1);
        consumer.abandon();
    }
}
