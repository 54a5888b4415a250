package io.gort.camel.streams.examples.heatmap.feed;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes events from a feed as they become due and publishes them, up to 100 at once. While publishing fails it tries
 * again and again; what was on its way may then be on its stream twice. One thread runs it, any thread may stop it.
 */
public final class FeedPublisher implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedPublisher.class);
    private static final int LARGEST_BATCH = 100;
    private static final Duration IDLE = Duration.ofMillis(5);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    private final Feed feed;
    private final Admission admission;
    private final EventPublishing publishing;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Object publishingTurn = new Object();
    private volatile boolean finished;
    private volatile @Nullable String failure;

    public FeedPublisher(Feed feed, Admission admission, EventPublishing publishing) {
        this.feed = feed;
        this.admission = admission;
        this.publishing = publishing;
    }

    @Override
    public void run() {
        try {
            while (isRunning() && !feed.isUsedUp()) {
                int due = Math.min(feed.due(), LARGEST_BATCH);
                if (due <= 0) {
                    pause(IDLE);
                } else {
                    publish(feed.take(due));
                }
            }
            finished = feed.isUsedUp() && isRunning();
        } catch (IOException e) {
            failure = "the input cannot be read any further: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("The feed broke", e);
            failure = "the feed broke before its end, see the log: " + e.getMessage();
        }
    }

    /** Publishes nothing any more. When this returns, nothing is on its way either. */
    public void stop() {
        stopped.countDown();
        synchronized (publishingTurn) {
            LOG.debug("Nothing is on its way any more");
        }
    }

    /** Whether the feed was published to its end. */
    public boolean isFinished() {
        return finished;
    }

    /** What ended the feed before its end; null if nothing did. */
    public @Nullable String failure() {
        return failure;
    }

    private boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void publish(List<FeedEvent> events) throws InterruptedException {
        List<FeedEvent> admitted = new ArrayList<>();
        for (FeedEvent event : events) {
            while (isRunning() && !admits(event)) {
                send(admitted);
                pause(IDLE);
            }
            admitted.add(event);
        }
        send(admitted);
    }

    private boolean admits(FeedEvent event) {
        try {
            return admission.admits(event.streamKey());
        } catch (RuntimeException e) {
            LOG.warn("Cannot tell how far {} is ahead: {}", event.streamKey(), e.getMessage());
            return false;
        }
    }

    /** Sends until it works, and empties the list. */
    private void send(List<FeedEvent> events) throws InterruptedException {
        List<FeedEvent> rest = List.copyOf(events);
        events.clear();
        while (!rest.isEmpty()) {
            rest = trySend(rest);
            if (!rest.isEmpty()) {
                pause(AFTER_FAILURE);
            }
        }
    }

    /** Returns what is left to try. */
    private List<FeedEvent> trySend(List<FeedEvent> events) {
        synchronized (publishingTurn) {
            if (!isRunning()) {
                return List.of();
            }
            try {
                return publishing.publish(events);
            } catch (RuntimeException e) {
                LOG.warn("Publishing {} events failed, trying again: {}", events.size(), e.getMessage());
                return events;
            }
        }
    }

    private void pause(Duration time) throws InterruptedException {
        if (stopped.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debug("Stopped while waiting");
        }
    }
}
