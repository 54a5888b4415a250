package io.gort.camel.streams.producer;

import io.gort.camel.streams.redis.StreamClient;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;

/**
 * Adds the entries of many callers. Who comes while nothing is under way does the round trip himself; what comes meanwhile
 * goes out together in the next pipeline, in order per stream. What fails for a reason that may pass is tried again.
 */
public final class Publisher {

    private final EntrySender sender;
    private final Room room;
    private final Completions completions;

    /**
     * @param name for messages and the log: {@code Publishing to localhost:6379/0}
     */
    public Publisher(String name, StreamClient client, PublisherSettings settings, PublisherThreads threads) {
        this.completions = new Completions(threads.completers(), settings.ways() > 1, System::nanoTime);
        this.sender = new EntrySender(name, client, settings, threads, completions);
        this.room = new Room(name, settings.maxQueued(), settings.queueTimeout());
    }

    /**
     * Adds the entries of a publication.
     *
     * @param completion is run on another thread when each entry is answered for, unless each is at the return
     * @return true if each entry is answered for
     * @throws RejectedExecutionException if there is no room in time, or the publisher is closed; nothing is sent then
     */
    public boolean publish(Publication publication, Runnable completion) {
        if (completions.isCompleting()) {
            publishAndWait(publication);
            return true;
        }
        publication.goesOnWith(completion);
        Pipeline alone = sender.start(publication);
        if (alone != null) {
            return sender.sendHere(alone, publication);
        }
        enqueue(publication, completion);
        return false;
    }

    /**
     * Sends what is queued, with as many retries as the time allows, and gives up the rest. Publications are refused from now
     * on.
     *
     * @return true if nothing is left: nothing given up, nothing under way
     */
    public boolean close(Duration longest) {
        return sender.close(longest);
    }

    private void enqueue(Publication publication, Runnable completion) {
        int taken = room.enter(publication.size());
        publication.goesOnWith(() -> {
            room.leave(taken);
            completion.run();
        });
        try {
            sender.enqueue(publication);
        } catch (RejectedExecutionException e) {
            room.leave(taken);
            throw e;
        }
    }

    /** For the threads that go on with exchanges: if they waited for each other, or for room, all could end up waiting. */
    private void publishAndWait(Publication publication) {
        completions.beforeWaiting();
        CountDownLatch done = new CountDownLatch(1);
        publication.wakes(done::countDown);
        Pipeline alone = sender.start(publication);
        if (alone == null) {
            sender.enqueue(publication);
        } else if (sender.sendHere(alone, publication)) {
            return;
        }
        awaitWhateverHappens(done);
    }

    private static void awaitWhateverHappens(CountDownLatch done) {
        boolean interrupted = false;
        while (done.getCount() > 0) {
            try {
                done.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
