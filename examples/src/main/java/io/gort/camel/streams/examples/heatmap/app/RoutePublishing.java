package io.gort.camel.streams.examples.heatmap.app;

import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.examples.heatmap.feed.EventPublishing;
import io.gort.camel.streams.examples.heatmap.feed.FeedEvent;
import io.gort.camel.streams.examples.heatmap.feed.MalformedLine;
import io.gort.camel.streams.examples.heatmap.tally.DeadLetters;
import io.gort.camel.streams.examples.heatmap.tally.OwnEntries;
import java.util.List;
import java.util.Map;
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

    RoutePublishing(ProducerTemplate routes, OwnEntries entries, DeadLetters deadLetters) {
        this.routes = routes;
        this.entries = entries;
        this.deadLetters = deadLetters;
    }

    @Override
    public void publish(List<FeedEvent> events) {
        List<String> streamKeys = events.stream().map(FeedEvent::streamKey).toList();
        streamKeys.stream().distinct().forEach(deadLetters::follow);
        Exchange done = routes.request(
                "direct:publish-liquidations",
                exchange -> exchange.getMessage()
                        .setBody(events.stream().map(FeedEvent::toBody).toList()));
        if (done.getException() != null) {
            throw new CamelExecutionException(done.getException().getMessage(), done, done.getException());
        }
        List<?> ids = done.getMessage().getHeader(GortStreamsConstants.ENTRY_ID, List.class);
        for (int i = 0; i < ids.size(); i++) {
            entries.published(streamKeys.get(i), EntryId.parse(String.valueOf(ids.get(i))));
        }
    }

    /** Keeps a line that names no stream; where that fails too, the log has it. */
    void keep(MalformedLine line) {
        Map<String, String> fields =
                Map.of("line", line.text(), "line_number", Long.toString(line.number()), "reason", line.reason());
        try {
            routes.sendBody("direct:keep-malformed-line", fields);
        } catch (CamelExecutionException e) {
            LOG.warn("Line {} ({}) could not be kept: {}", line.number(), line.reason(), e.getMessage());
        }
    }
}
