package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.DeadLetter;
import io.gort.camel.streams.entry.DeadLetterFields;
import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.redis.StreamClient;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves entries that are given up to their dead-letter stream, with the reasons. If that fails the entry stays pending:
 * it is claimed again later, and given up again.
 */
final class DeadLetterer {

    static final String REASON_FAILED = "failed";
    static final String REASON_INVALID = "invalid";
    static final String REASON_LIMIT = "delivery-limit";

    private static final int LONGEST_MESSAGE = 2_000;
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterer.class);

    private final ConsumerSettings settings;
    private final StreamClient client;
    private final ConsumerCounters counters;
    private final Clock clock;

    DeadLetterer(ConsumerSettings settings, StreamClient client, ConsumerCounters counters, Clock clock) {
        this.settings = settings;
        this.client = client;
        this.counters = counters;
        this.clock = clock;
        if (settings.maxDeliveries() > 0) {
            settings.streams().forEach(this::warnIfApart);
        }
    }

    /**
     * Of a pattern it is its own text that is looked at: with a dead-letter stream for all, most finds lie elsewhere.
     */
    private void warnIfApart(String streamKey) {
        String target;
        try {
            target = settings.deadLetterStream().apply(streamKey);
        } catch (IllegalArgumentException e) { // no name can be made of a pattern; of what it finds it may
            return;
        }
        if (!client.canTouchTogether(List.of(streamKey, target))) {
            LOG.warn(
                    "The dead-letter stream {} lies in another cluster slot than {}: an entry moved there may come twice",
                    target,
                    streamKey);
        }
    }

    /**
     * Moves an entry.
     *
     * @param cause its last failure; null if it arrived over the limit
     * @return false if it stays pending because the move failed
     */
    boolean move(StreamEntry entry, long deliveryCount, @Nullable Throwable cause) {
        String group = settings.groupMember().group();
        try {
            String target = settings.deadLetterStream().apply(entry.streamKey());
            Map<String, String> fields = letter(entry, deliveryCount, cause);
            boolean moved = client.deadLetter(new DeadLetter(entry, group, target, settings.deadLetterLength(), fields))
                    .isPresent();
            if (moved) {
                counters.deadLettered.increment();
                LOG.debug("Moved {}/{} to {}: {}", entry.streamKey(), entry.id(), target, fields);
            }
            return true;
        } catch (RuntimeException e) { // from the server, or as no name can be made from a key that a pattern has found
            LOG.warn(
                    "Entry {} of {} stays pending in group {}: moving it to its dead-letter stream failed: {}",
                    entry.id(),
                    entry.streamKey(),
                    group,
                    e.getMessage());
            return false;
        }
    }

    private Map<String, String> letter(StreamEntry entry, long deliveryCount, @Nullable Throwable cause) {
        Map<String, String> fields = new LinkedHashMap<>();
        InvalidEntryException invalid = causeOfType(cause);
        fields.put(
                DeadLetterFields.REASON,
                cause == null ? REASON_LIMIT : invalid == null ? REASON_FAILED : REASON_INVALID);
        Throwable told = invalid == null ? rootOf(cause) : invalid;
        if (told != null) {
            fields.put(DeadLetterFields.EXCEPTION, told.getClass().getName());
            fields.put(DeadLetterFields.MESSAGE, bounded(String.valueOf(told.getMessage())));
        }
        fields.put(DeadLetterFields.STREAM, entry.streamKey());
        fields.put(DeadLetterFields.ENTRY_ID, entry.id().toString());
        fields.put(DeadLetterFields.GROUP, settings.groupMember().group());
        fields.put(DeadLetterFields.CONSUMER, settings.groupMember().consumer());
        fields.put(DeadLetterFields.DELIVERY_COUNT, Long.toString(deliveryCount));
        fields.put(DeadLetterFields.TIME, Long.toString(clock.millis()));
        fields.put(DeadLetterFields.ORIGIN, settings.origin());
        return fields;
    }

    private static @Nullable InvalidEntryException causeOfType(@Nullable Throwable failure) {
        return (InvalidEntryException) Failures.firstInChain(failure, InvalidEntryException.class::isInstance);
    }

    private static @Nullable Throwable rootOf(@Nullable Throwable failure) {
        return Failures.firstInChain(failure, t -> t.getCause() == null || t.getCause() == t);
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…";
    }
}
