package io.gort.camel.streams.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.AddEntry;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.Trim;
import io.gort.camel.streams.redis.ConnectionLostException;
import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.redis.StreamReader;
import io.gort.camel.streams.testkit.RedisServerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** How a client deals with its connections. */
interface ConnectionContract extends ContractFixture {

    @Test
    default void servesManyThreads() throws Exception {
        String streamKey = key("s");
        List<FutureTask<Integer>> adding = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            adding.add(ContractFixture.meanwhile(() -> addMany(streamKey, 200).size()));
        }
        for (FutureTask<Integer> task : adding) {
            assertThat(task.get()).isEqualTo(200);
        }

        assertThat(client().length(streamKey)).isEqualTo(1_600);
        assertThat(ContractFixture.connections(outside(), clientName())).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    default void readersTakeNoConnectionAwayFromCommands() {
        List<StreamReader> readers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            readers.add(client().openReader(GRACE));
        }

        client().ping();

        readers.forEach(StreamReader::close);
    }

    @Test
    default void waitsForAFreeConnectionNoLongerThanTheCommandTimeout() {
        Duration timeout = Duration.ofMillis(500);
        try (RedisServerProcess server = RedisServerProcess.start();
                StreamClient client = connect(server.redis(), timeout, clientName())) {
            client.ping();
            server.freeze();
            List<FutureTask<Long>> waiting = new ArrayList<>();
            long start = System.nanoTime();
            for (int thread = 0; thread < 8; thread++) {
                waiting.add(ContractFixture.meanwhile(() -> client.length("s")));
            }

            for (FutureTask<Long> task : waiting) {
                assertThatThrownBy(task::get).cause().isInstanceOf(ConnectionLostException.class);
            }

            // a wait for a connection, the making of one and a wait for the reply may follow each other
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(timeout.multipliedBy(5));
        }
    }

    @Test
    default void doesNothingMoreOnceItIsClosed() {
        StreamClient closing = connect(redis(), Duration.ofSeconds(1), clientName());
        closing.ping();
        StreamReader reader = closing.openReader(GRACE);

        closing.close();
        closing.close();

        assertThatThrownBy(() -> reader.readAfter(Map.of(key("s"), EntryId.ZERO), 1, NO_WAIT))
                .isInstanceOf(ConnectionLostException.class);
    }

    @Test
    default void isAsGoodAsNewAfterAnErrorReply() {
        String text = key("text");
        holdsText(text);
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> client().length(text)).isNotNull();
        }

        client().add(new AddEntry(key("s"), Map.of("n", "1"), Trim.NONE));

        assertThat(client().length(key("s"))).isEqualTo(1);
        assertThat(ContractFixture.connections(outside(), clientName())).hasSize(1);
    }
}
