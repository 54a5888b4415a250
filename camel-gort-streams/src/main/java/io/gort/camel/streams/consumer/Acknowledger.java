package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.Acknowledgements;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.redis.ConnectionLostException;
import io.gort.camel.streams.redis.PermissionDeniedException;
import io.gort.camel.streams.redis.RedisStreamException;
import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.redis.WrongTypeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects what is to be acknowledged and sees that it is, many ids at a time: ahead of the reader's next read, or,
 * where the reader is held up by a slow entry or a quiet stream, by a short timer over another connection. What could
 * not be acknowledged stays due.
 */
final class Acknowledger {

    /** How long an entry that is done waits at most for the reader to take its acknowledgement along. */
    static final Duration FLUSH_AFTER = Duration.ofMillis(10);

    private static final Duration RETRY_AFTER = Duration.ofMillis(500);
    private static final Logger LOG = LoggerFactory.getLogger(Acknowledger.class);

    private final String group;
    private final StreamClient client;
    private final EntryLedger ledger;
    private final ConsumerCounters counters;
    private final ScheduledExecutorService timer;
    private final AcknowledgementRefusals refusals;
    private Map<String, List<EntryId>> due = new HashMap<>();
    private boolean flushPlanned;

    Acknowledger(
            String group,
            StreamClient client,
            EntryLedger ledger,
            ConsumerCounters counters,
            ScheduledExecutorService timer) {
        this.group = group;
        this.client = client;
        this.ledger = ledger;
        this.counters = counters;
        this.timer = timer;
        this.refusals = new AcknowledgementRefusals(group);
    }

    /** Notes an entry that is done. */
    void add(String streamKey, EntryId id) {
        ledger.of(streamKey).done(id);
        synchronized (this) {
            due.computeIfAbsent(streamKey, key -> new ArrayList<>()).add(id);
        }
        planFlush(FLUSH_AFTER);
    }

    /** Hands out all that is due. What is not confirmed must be {@linkplain #giveBack given back}. */
    synchronized Acknowledgements takeDue() {
        if (due.isEmpty()) {
            return Acknowledgements.none(group);
        }
        Map<String, List<EntryId>> taken = due;
        due = new HashMap<>();
        return new Acknowledgements(group, taken, this::confirmed, this::refused);
    }

    /** Makes due again what was handed out and not confirmed. */
    void giveBack(Acknowledgements taken) {
        boolean left;
        synchronized (this) {
            taken.unconfirmed()
                    .forEach((streamKey, ids) -> due.computeIfAbsent(streamKey, key -> new ArrayList<>())
                            .addAll(ids));
            left = !due.isEmpty() && !taken.unconfirmed().isEmpty();
        }
        if (left) {
            planFlush(RETRY_AFTER);
        }
    }

    /** Acknowledges all that is due now; what fails stays due. */
    void flush() {
        Acknowledgements taken = takeDue();
        try {
            acknowledge(taken);
        } finally {
            giveBack(taken);
        }
    }

    /**
     * Whether the server refuses to acknowledge on a stream, and so many entries of it wait to be that no more should
     * be handled. Safe from any thread.
     */
    boolean isStuck(String streamKey, int most) {
        return refusals.isRefused(streamKey) && ledger.of(streamKey).unconfirmed() >= most;
    }

    /** The streams on which the server refuses to acknowledge, with its reasons. Safe from any thread. */
    Map<String, String> troubles() {
        return refusals.troubles();
    }

    /** A stream that refuses does not keep the others waiting; a lost connection would fail for all of them. */
    private void acknowledge(Acknowledgements taken) {
        for (Map.Entry<String, List<EntryId>> stream : taken.idsByStream().entrySet()) {
            try {
                client.acknowledge(stream.getKey(), group, stream.getValue());
                taken.confirm(stream.getKey());
            } catch (ConnectionLostException e) {
                LOG.debug("Acknowledging in group {} failed, trying again: {}", group, e.getMessage());
                return;
            } catch (RedisStreamException e) {
                refused(stream.getKey(), e);
            }
        }
    }

    private void refused(String streamKey, RuntimeException reason) {
        if (reason instanceof PermissionDeniedException || reason instanceof WrongTypeException) {
            refusals.refused(streamKey, reason);
        } else {
            LOG.debug("Acknowledging in {} failed, trying again: {}", streamKey, reason.getMessage());
        }
    }

    private void confirmed(String streamKey, List<EntryId> ids) {
        ledger.of(streamKey).acknowledged(ids);
        counters.acknowledged.add(ids.size());
        refusals.acknowledged(streamKey);
    }

    private void planFlush(Duration wait) {
        synchronized (this) {
            if (flushPlanned) {
                return;
            }
            flushPlanned = true;
        }
        try {
            Future<?> unused = timer.schedule(this::plannedFlush, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Not planning a flush: the consumer is stopping");
        }
    }

    private void plannedFlush() {
        synchronized (this) {
            flushPlanned = false;
        }
        flush();
    }
}
