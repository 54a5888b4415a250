package io.gort.camel.streams.examples.heatmap.app;

import io.gort.camel.streams.EntriesNotAddedException;
import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.entry.AddOutcome;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.examples.heatmap.feed.EventPublishing;
import io.gort.camel.streams.examples.heatmap.feed.FeedEvent;
import io.gort.camel.streams.examples.heatmap.feed.MalformedLine;
import io.gort.camel.streams.examples.heatmap.tally.DeadLetters;
import io.gort.camel.streams.examples.heatmap.tally.OwnEntries;
import io.gort.camel.streams.redis.PermissionDeniedException;
import io.gort.camel.streams.redis.RedisStreamException;
import io.gort.camel.streams.redis.WrongTypeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands events to the publishing route and enters the ids of their entries in the books. */
final class RoutePublishing implements EventPublishing {

    private static final Logger LOG = LoggerFactory.getLogger(RoutePublishing.class);

    private final ProducerTemplate routes;
    private final OwnEntries entries;
    private final DeadLetters deadLetters;
    private final LongAdder refusedCount = new LongAdder();
    private final Set<String> streamsTold = ConcurrentHashMap.newKeySet();

    RoutePublishing(ProducerTemplate routes, OwnEntries entries, DeadLetters deadLetters) {
        this.routes = routes;
        this.entries = entries;
        this.deadLetters = deadLetters;
    }

    @Override
    public List<FeedEvent> publish(List<FeedEvent> events) {
        List<FeedEvent> accepted = events.stream().filter(this::follow).toList();
        if (accepted.isEmpty()) {
            return List.of();
        }
        Exchange done = routes.request(
                "direct:publish-liquidations",
                exchange -> exchange.getMessage()
                        .setBody(accepted.stream().map(FeedEvent::toBody).toList()));
        Exception failure = done.getException();
        if (failure instanceof EntriesNotAddedException some) {
            return settle(accepted, some.outcomes());
        }
        if (failure != null) {
            throw new CamelExecutionException(failure.getMessage(), done, failure);
        }
        List<?> ids = done.getMessage().getHeader(GortStreamsConstants.ENTRY_ID, List.class);
        for (int i = 0; i < ids.size(); i++) {
            entries.published(accepted.get(i).streamKey(), EntryId.parse(String.valueOf(ids.get(i))));
        }
        return List.of();
    }

    /** How many events Redis has refused for good. */
    long refusedCount() {
        return refusedCount.sum();
    }

    /** Enters what is on the streams and keeps what never will be; the rest is to be tried again. */
    private List<FeedEvent> settle(List<FeedEvent> events, List<AddOutcome> outcomes) {
        List<FeedEvent> later = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            FeedEvent event = events.get(i);
            if (outcomes.get(i) instanceof AddOutcome.Failed failed) {
                if (isForGood(failed.cause())) {
                    refuse(event, failed.cause());
                } else {
                    later.add(event);
                }
            } else if (outcomes.get(i) instanceof AddOutcome.Added added) {
                entries.published(event.streamKey(), added.id());
            }
        }
        return later;
    }

    /** Returns whether the event's dead letters can be followed, without which its fate could not be told. */
    private boolean follow(FeedEvent event) {
        try {
            deadLetters.follow(event.streamKey());
            return true;
        } catch (RedisStreamException e) {
            if (!isForGood(e)) {
                throw e;
            }
            refuse(event, e);
            return false;
        }
    }

    /** Whether trying again would not help: the key is no stream, or its use is not allowed. */
    private static boolean isForGood(RuntimeException failure) {
        return failure instanceof WrongTypeException || failure instanceof PermissionDeniedException;
    }

    private void refuse(FeedEvent event, RuntimeException reason) {
        refusedCount.increment();
        Map<String, String> fields = new LinkedHashMap<>(event.fields());
        fields.put("stream", event.streamKey());
        fields.put("reason", String.valueOf(reason.getMessage()));
        keep(fields);
        if (streamsTold.add(event.streamKey())) {
            LOG.warn("Events for {} are refused: {}", event.streamKey(), reason.getMessage());
        }
    }

    /** Keeps a line that names no stream; where that fails too, the log has it. */
    void keep(MalformedLine line) {
        Map<String, String> fields =
                Map.of("line", line.text(), "line_number", Long.toString(line.number()), "reason", line.reason());
        if (!keep(fields)) {
            LOG.warn("Line {} ({}) could not be kept", line.number(), line.reason());
        }
    }

    private boolean keep(Map<String, String> fields) {
        try {
            routes.sendBody("direct:keep-malformed-line", fields);
            return true;
        } catch (CamelExecutionException e) {
            LOG.debug("dead-letter:input cannot be written", e);
            return false;
        }
    }
}
