package io.gort.camel.streams.routes.websocket;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a feed going until it is closed: connects, subscribes, gives signs of life, and hands over each frame in its
 * order; when the connection is lost, the exchange stays silent or cannot be reached, does it all again. A loss is told
 * once, and once when it is over.
 */
final class FeedConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedConnection.class);

    private final FeedConnectionSettings settings;
    private final HttpClient client;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable FrameSocket current;
    private int failures;

    FeedConnection(FeedConnectionSettings settings, HttpClient client) {
        this.settings = settings;
        this.client = client;
    }

    /** Runs on the calling thread until {@link #close}. */
    void run(Consumer<String> frames) {
        while (isOpen()) {
            try (FrameSocket socket = new FrameSocket(client, settings.uri(), settings.connectTimeout())) {
                current = socket;
                if (!isOpen()) { // closed before it could know of this connection
                    return;
                }
                follow(socket, frames);
            } catch (IOException | RuntimeException e) {
                pauseAfter(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void follow(FrameSocket socket, Consumer<String> frames) throws IOException, InterruptedException {
        for (String message : settings.subscriptions()) {
            socket.send(message);
        }
        long said = System.nanoTime();
        while (isOpen()) {
            Duration sinceSaid = Duration.ofNanos(System.nanoTime() - said);
            if (sinceSaid.compareTo(settings.keepAlive()) >= 0) {
                giveSignOfLife(socket);
                said = System.nanoTime();
                continue;
            }
            String frame = socket.next(settings.keepAlive().minus(sinceSaid));
            if (frame != null) {
                tellThatItIsOver();
                Optional<String> answer = settings.venue().answerTo(frame);
                if (answer.isPresent()) {
                    socket.send(answer.get());
                }
                frames.accept(frame);
            } else if (socket.silence().compareTo(settings.maxSilence()) > 0) {
                throw new IOException("no sign of life within " + settings.maxSilence());
            }
        }
    }

    private void giveSignOfLife(FrameSocket socket) throws IOException, InterruptedException {
        Optional<String> ping = settings.venue().ping();
        if (ping.isPresent()) {
            socket.send(ping.get());
        } else {
            socket.ping();
        }
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    private void tellThatItIsOver() {
        if (failures > 0) {
            LOG.info("The feed of {} is back", settings.venue().label());
            failures = 0;
        }
    }

    private void tellThatItIsLost(Exception failure) {
        if (failures == 1) {
            LOG.warn(
                    "The feed of {} at {} is lost, trying again: {}",
                    settings.venue().label(),
                    settings.uri().getHost(),
                    failure instanceof IOException ? failure.getMessage() : failure.toString());
        } else {
            LOG.debug("The feed of {} is still lost", settings.venue().label(), failure);
        }
    }

    private void pauseAfter(Exception failure) {
        if (!isOpen()) {
            return;
        }
        failures++;
        tellThatItIsLost(failure);
        Duration delay = settings.reconnectDelay().after(failures);
        try {
            closed.await(delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it: no further frame is handed over than the one at hand. */
    @Override
    public void close() {
        closed.countDown();
        FrameSocket socket = current;
        if (socket != null) {
            socket.close();
        }
    }
}
