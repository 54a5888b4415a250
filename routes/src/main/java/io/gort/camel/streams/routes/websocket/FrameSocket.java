package io.gort.camel.streams.routes.websocket;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket connection, read by one thread, closed by any. Frames that nobody has taken wait here, up to a limit,
 * and pings of the exchange are answered meanwhile; beyond it the exchange waits, and no frame is dropped.
 */
final class FrameSocket implements AutoCloseable {

    private static final int MOST_WAITING = 1000;
    private static final int LONGEST_FRAME = 4 * 1024 * 1024;

    /** What comes from the connection: a frame, or why it ended. */
    private record Arrival(String text, boolean isEnd) {}

    private final LinkedBlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final AtomicBoolean holdsBack = new AtomicBoolean();
    private final Duration timeout;
    private final CompletableFuture<WebSocket> connecting;
    private volatile @Nullable WebSocket opened;
    private volatile boolean closed;
    private volatile long heard = System.nanoTime();

    /**
     * Begins to connect.
     *
     * @param timeout how long a connect, and a message, may take
     */
    FrameSocket(HttpClient client, URI uri, Duration timeout) {
        this.timeout = timeout;
        this.connecting = client.newWebSocketBuilder().connectTimeout(timeout).buildAsync(uri, new Listener());
    }

    /** Sends a text. */
    void send(String text) throws IOException, InterruptedException {
        await(socket().sendText(text, true));
    }

    /** Sends a ping of WebSocket. */
    void ping() throws IOException, InterruptedException {
        await(socket().sendPing(ByteBuffer.allocate(0)));
    }

    /**
     * The next frame.
     *
     * @param wait how long to wait for it
     * @return the frame, or null if none came in time
     * @throws IOException when the connection has ended and all its frames are taken; the message says why
     */
    @Nullable
    String next(Duration wait) throws IOException, InterruptedException {
        Arrival arrival = arrivals.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
        if (arrival == null) {
            return null;
        }
        if (arrival.isEnd()) {
            arrivals.add(arrival);
            throw new IOException(arrival.text());
        }
        if (arrivals.size() < MOST_WAITING && holdsBack.compareAndSet(true, false)) {
            socket().request(1);
        }
        return arrival.text();
    }

    /** How many frames nobody has taken yet. */
    int waiting() {
        return arrivals.size();
    }

    /** How long the exchange has given no sign of life. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - heard);
    }

    /** Ends the connection at once; whoever waits for a frame learns it. */
    @Override
    public void close() {
        closed = true;
        WebSocket socket = opened;
        if (socket != null) {
            socket.abort();
        }
        connecting.cancel(true);
        arrivals.add(new Arrival("closed", true));
    }

    private WebSocket socket() throws IOException, InterruptedException {
        return await(connecting);
    }

    private <T> T await(CompletableFuture<T> result) throws IOException, InterruptedException {
        try {
            return result.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(reason(e), e);
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + timeout, e);
        } catch (CancellationException e) {
            throw new IOException("closed", e);
        }
    }

    private static String reason(Throwable failure) {
        Throwable reason = failure;
        while ((reason instanceof ExecutionException || reason instanceof CompletionException)
                && reason.getCause() != null) {
            reason = reason.getCause();
        }
        return reason.toString();
    }

    /** Called by the client's threads, one call at a time. */
    private final class Listener implements WebSocket.Listener {

        private final StringBuilder parts = new StringBuilder();

        /** A connection may come about although it is no longer wanted. */
        @Override
        public void onOpen(WebSocket socket) {
            opened = socket;
            if (closed) {
                socket.abort();
            } else {
                socket.request(1);
            }
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            heard = System.nanoTime();
            if (parts.length() + data.length() > LONGEST_FRAME) {
                end("a frame of more than " + LONGEST_FRAME + " characters");
                socket.abort();
                return null;
            }
            parts.append(data);
            if (last) {
                arrivals.add(new Arrival(parts.toString(), false));
                parts.setLength(0);
            }
            demand(socket);
            return null;
        }

        /** Asks for more, unless too much waits: then the reader asks, as soon as it has taken enough. */
        private void demand(WebSocket socket) {
            if (arrivals.size() < MOST_WAITING) {
                socket.request(1);
                return;
            }
            holdsBack.set(true);
            if (arrivals.size() < MOST_WAITING && holdsBack.compareAndSet(true, false)) { // taken meanwhile
                socket.request(1);
            }
        }

        @Override
        public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
            heard = System.nanoTime();
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
            heard = System.nanoTime();
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            end("closed by the exchange, " + code + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            end(reason(error));
        }

        private void end(String reason) {
            arrivals.add(new Arrival(reason, true));
        }
    }
}
