package io.gort.camel.streams.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.Acknowledgements;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.redis.ConnectionLostException;
import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.redis.StreamReader;
import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisServerProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** How a reader ends. */
interface ReaderLifeContract extends ContractFixture {

    @Test
    default void closingBreaksABlockedReadAtOnce() throws Exception {
        String streamKey = streamWithGroup("s");
        Duration best = LONG;

        for (int attempt = 0; attempt < 3; attempt++) { // another load on the machine may slow down one of them
            StreamReader reader = client().openReader(GRACE);
            FutureTask<List<StreamEntry>> read = blockedRead(reader, streamKey);
            best = shorter(best, timeUntilLost(reader::close, read));
            Eventually.holds(
                    "the connection is gone",
                    () -> ContractFixture.connections(outside(), clientName()).size() <= 1);
        }

        assertThat(best).isLessThan(Duration.ofMillis(200));
    }

    @Test
    default void closingTheClientClosesItsReaders() throws Exception {
        String streamKey = streamWithGroup("s");
        StreamReader reader = client().openReader(GRACE);
        FutureTask<List<StreamEntry>> read = blockedRead(reader, streamKey);

        timeUntilLost(client()::close, read);

        Eventually.holds(
                "all connections of ours are gone",
                () -> ContractFixture.connections(outside(), clientName()).stream()
                        .noneMatch(line -> line.contains(" flags=b ")));
    }

    @Test
    default void closesOverAndOverWithoutAWord() {
        StreamReader reader = client().openReader(GRACE);

        reader.close();
        reader.close();

        assertThatThrownBy(() -> reader.readNew(none(), ALICE, List.of(streamWithGroup("s")), 1, NO_WAIT))
                .isInstanceOf(ConnectionLostException.class);
    }

    @Test
    default void noticesThatTheServerFallsSilent() {
        try (RedisServerProcess server = RedisServerProcess.start();
                StreamClient client = connect(server.redis(), Duration.ofSeconds(30), clientName());
                StreamReader reader = client.openReader(Duration.ofMillis(300))) {
            client.createGroup("s", GROUP, "0");
            server.freeze();
            long start = System.nanoTime();

            assertThatThrownBy(() -> reader.readNew(none(), ALICE, List.of("s"), 1, Duration.ofMillis(400)))
                    .isInstanceOf(ConnectionLostException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(690), Duration.ofMillis(1_700));
        }
    }

    @Test
    default void noticesThatTheServerDies() throws Exception {
        try (RedisServerProcess server = RedisServerProcess.start();
                StreamClient client = connect(server.redis(), Duration.ofSeconds(1), clientName());
                StreamReader reader = client.openReader(GRACE)) {
            client.createGroup("s", GROUP, "0");
            FutureTask<List<StreamEntry>> read =
                    ContractFixture.meanwhile(() -> reader.readNew(none(), ALICE, List.of("s"), 1, LONG));
            Eventually.holds(
                    "a blocked connection",
                    () -> ContractFixture.connections(server.redis().client(), clientName()).stream()
                            .anyMatch(line -> line.contains(" flags=b ")));

            timeUntilLost(server::kill, read);
        }
    }

    @Test
    default void staysLostAndNeverReturnsUnauthenticated() {
        try (RedisServerProcess server =
                        RedisServerProcess.settings().password("s3cret").start();
                StreamClient client = connect(server.redis(), Duration.ofSeconds(1), clientName());
                StreamReader reader = client.openReader(GRACE)) {
            client.createGroup("s", GROUP, "0");
            server.restart();

            for (int attempt = 0; attempt < 3; attempt++) {
                assertThatThrownBy(() -> reader.readNew(none(), ALICE, List.of("s"), 1, NO_WAIT))
                        .isInstanceOf(ConnectionLostException.class);
            }
        }
    }

    @Test
    default void endsIfTheReplyIsNotReadToItsEnd() {
        String streamKey = streamPendingForAlice("s", 1);
        add(streamKey, "new");
        Acknowledgements due = new Acknowledgements(GROUP, Map.of(streamKey, idsOf(streamKey)), (key, ids) -> {
            throw new IllegalStateException("a fault of ours");
        });
        try (StreamReader reader = client().openReader(GRACE)) {
            assertThatThrownBy(() -> reader.readNew(due, ALICE, List.of(streamKey), 1, NO_WAIT))
                    .hasMessage("a fault of ours");

            assertThatThrownBy(() -> reader.readNew(none(), BOB, List.of(streamKey), 1, NO_WAIT))
                    .isInstanceOf(ConnectionLostException.class);
        }
    }

    private FutureTask<List<StreamEntry>> blockedRead(StreamReader reader, String streamKey) {
        FutureTask<List<StreamEntry>> read =
                ContractFixture.meanwhile(() -> reader.readNew(none(), ALICE, List.of(streamKey), 1, LONG));
        awaitBlocked();
        return read;
    }

    private static Duration timeUntilLost(Runnable event, FutureTask<?> read) throws InterruptedException {
        long start = System.nanoTime();
        event.run();
        try {
            read.get();
            throw new AssertionError("the read came to an end (expected: a lost connection)");
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(ConnectionLostException.class);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
