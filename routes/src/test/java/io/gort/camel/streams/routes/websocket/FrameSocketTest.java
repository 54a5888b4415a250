package io.gort.camel.streams.routes.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.routes.feeds.Venue;
import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.exchange.Dialect;
import io.gort.camel.streams.testkit.exchange.FakeExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FrameSocketTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    private FakeExchange exchange;
    private FrameSocket socket;

    @BeforeEach
    void connect() throws Exception {
        exchange = FakeExchange.open(Dialect.OKX);
        socket = new FrameSocket(HttpClient.newHttpClient(), URI.create(exchange.url()), LONG);
        for (String message : Venue.OKX.subscriptions(Set.of(Dialect.OKX.instrument()))) {
            socket.send(message);
        }
        exchange.awaitSubscriptions(1);
        socket.next(LONG);
    }

    @AfterEach
    void close() {
        socket.close();
        exchange.close();
    }

    @Test
    void givesAllFramesInOrderAlsoWhenFarMoreComeThanAreTaken() throws Exception {
        List<String> sent =
                IntStream.range(0, 5_000).mapToObj(Integer::toString).toList();

        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> sent.forEach(exchange::send));
        Eventually.holds("no more room", () -> socket.waiting() >= 1_000);
        List<String> taken = new ArrayList<>();
        while (taken.size() < sent.size()) {
            taken.add(socket.next(LONG));
        }
        sending.join();

        assertThat(taken).isEqualTo(sent);
        assertThat(socket.waiting()).isZero();
    }

    @Test
    void givesWhatIsLeftBeforeItTellsOfTheEnd() throws Exception {
        exchange.send("last words");
        exchange.drop();

        assertThat(socket.next(LONG)).isEqualTo("last words");
        assertThatThrownBy(() -> socket.next(LONG))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("closed by the exchange, 1000");
        assertThatThrownBy(() -> socket.next(LONG)).isInstanceOf(IOException.class);
    }

    @Test
    void givesALongFrameWhole() throws Exception {
        String frame = "x".repeat(1_000_000);

        exchange.send(frame);

        assertThat(socket.next(LONG)).isEqualTo(frame);
    }

    @Test
    void breaksTheWaitWhenItIsClosed() {
        CompletableFuture<Void> closing = CompletableFuture.runAsync(socket::close);

        assertThatThrownBy(() -> socket.next(LONG))
                .isInstanceOf(IOException.class)
                .hasMessage("closed");
        closing.join();
    }

    @Test
    void tellsWhenNobodyIsThere() {
        exchange.goAway();
        try (FrameSocket toNobody = new FrameSocket(HttpClient.newHttpClient(), URI.create(exchange.url()), LONG)) {
            assertThatThrownBy(() -> toNobody.send("hello"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("ConnectException");
        }
    }
}
