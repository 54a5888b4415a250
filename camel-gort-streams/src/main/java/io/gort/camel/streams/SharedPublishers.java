package io.gort.camel.streams;

import io.gort.camel.streams.producer.Publisher;
import io.gort.camel.streams.producer.PublisherSettings;
import io.gort.camel.streams.redis.StreamClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One publisher for all producers with the same client and settings, so that their entries go out together: opened for the
 * first of them, closed after the last.
 */
final class SharedPublishers {

    private static final Logger LOG = LoggerFactory.getLogger(SharedPublishers.class);

    private final Map<Key, Shared> byKey = new HashMap<>();

    private record Key(StreamClient client, PublisherSettings settings) {}

    private static final class Shared {
        final Publisher publisher;
        final CamelPublisherThreads threads;
        int users;

        Shared(Publisher publisher, CamelPublisherThreads threads) {
            this.publisher = publisher;
            this.threads = threads;
        }
    }

    /**
     * @param server for messages and names of threads: where the client leads
     */
    synchronized Publisher take(
            GortStreamsComponent owner, StreamClient client, PublisherSettings settings, String server) {
        Shared shared = byKey.computeIfAbsent(new Key(client, settings), key -> open(owner, client, settings, server));
        shared.users++;
        return shared.publisher;
    }

    private static Shared open(
            GortStreamsComponent owner, StreamClient client, PublisherSettings settings, String server) {
        CamelPublisherThreads threads = new CamelPublisherThreads(
                owner.getCamelContext().getExecutorServiceManager(), owner, server, settings.ways());
        return new Shared(new Publisher("Publishing to " + server, client, settings, threads.threads()), threads);
    }

    /** Gives a publisher back. The last one to do so waits until it has sent what it holds, within the shutdown timeout. */
    void giveBack(Publisher publisher, CamelContext context) {
        Shared last = withoutUser(publisher);
        if (last == null) {
            return;
        }
        Duration longest = Duration.ofMillis(context.getShutdownStrategy()
                .getTimeUnit()
                .toMillis(context.getShutdownStrategy().getTimeout()));
        if (!last.publisher.close(longest)) {
            LOG.warn(
                    "Entries that were still waiting to be added after {} are given up; their exchanges fail", longest);
        }
        last.threads.close();
    }

    private synchronized @Nullable Shared withoutUser(Publisher publisher) {
        for (Map.Entry<Key, Shared> entry : byKey.entrySet()) {
            Shared shared = entry.getValue();
            if (shared.publisher == publisher) {
                return --shared.users == 0 ? byKey.remove(entry.getKey()) : null;
            }
        }
        return null;
    }
}
