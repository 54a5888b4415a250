package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.StreamKeys;
import io.gort.camel.streams.redis.RedisStreamException;
import io.gort.camel.streams.redis.StreamClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The streams that a consumer reads: those that it was told by name, and those that match its patterns. A stream that
 * gives trouble of its own is set aside for a while, so that it does not stop the others. The reader's thread only, but
 * for {@link #troubles}.
 */
final class StreamSet {

    private static final Duration SET_ASIDE_FOR = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(StreamSet.class);

    private final StreamClient client;
    private final Clock clock;
    private final StreamConsumer.TroubleListener listener;
    private final List<String> named;
    private final List<String> patterns;
    private final Set<String> found = new TreeSet<>();
    private final Map<String, Instant> retryAt = new LinkedHashMap<>();
    private final Map<String, String> troubles = new ConcurrentHashMap<>();

    /**
     * @param listener is told when a stream is set aside, once until it works again
     */
    StreamSet(List<String> streams, StreamClient client, Clock clock, StreamConsumer.TroubleListener listener) {
        this.client = client;
        this.clock = clock;
        this.listener = listener;
        this.named = streams.stream().filter(s -> !isPattern(s)).distinct().toList();
        this.patterns = streams.stream().filter(StreamSet::isPattern).toList();
    }

    static boolean isPattern(String stream) {
        return stream.indexOf('*') >= 0;
    }

    boolean hasPatterns() {
        return !patterns.isEmpty();
    }

    /** Looks which streams match now; gives the ones that are new. Those that are gone leave. */
    Set<String> discover() {
        Set<String> matching = new TreeSet<>();
        for (String pattern : patterns) {
            for (String key : client.streamKeys(pattern)) {
                if (StreamKeys.mayFind(pattern, key)) {
                    matching.add(key);
                }
            }
        }
        named.forEach(matching::remove);
        found.retainAll(matching);
        troubles.keySet().removeIf(key -> !named.contains(key) && !found.contains(key));
        retryAt.keySet().retainAll(troubles.keySet());
        matching.removeAll(found);
        found.addAll(matching);
        return matching;
    }

    /** All streams, those set aside included. */
    List<String> all() {
        List<String> all = new ArrayList<>(named);
        all.addAll(found);
        return all;
    }

    /** The streams to read now. */
    List<String> readable() {
        List<String> readable = all();
        readable.removeAll(retryAt.keySet());
        return readable;
    }

    /** Whether the stream is read because of a pattern: it may leave when it is deleted. */
    boolean isFound(String streamKey) {
        return found.contains(streamKey);
    }

    void leave(String streamKey) {
        found.remove(streamKey);
    }

    void setAside(String streamKey, RedisStreamException cause) {
        retryAt.put(streamKey, clock.instant().plus(SET_ASIDE_FOR));
        if (troubles.put(streamKey, String.valueOf(cause.getMessage())) == null) {
            LOG.warn("Stream {} is set aside, the others go on: {}", streamKey, cause.getMessage());
            listener.readerFailed("Stream " + streamKey + " is set aside: " + cause.getMessage(), cause);
        }
    }

    /** The streams whose time to be tried again has come. */
    List<String> dueForRetry() {
        Instant now = clock.instant();
        return retryAt.entrySet().stream()
                .filter(e -> !e.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The stream is read again with the others, though nobody knows yet whether it works. */
    void tryAgain(String streamKey) {
        retryAt.remove(streamKey);
    }

    void works(String streamKey) {
        if (troubles.remove(streamKey) != null) {
            retryAt.remove(streamKey);
            LOG.info("Stream {} is read again", streamKey);
        }
    }

    /** What is wrong with the streams that are set aside, by stream key. Safe from any thread. */
    Map<String, String> troubles() {
        return Map.copyOf(troubles);
    }
}
