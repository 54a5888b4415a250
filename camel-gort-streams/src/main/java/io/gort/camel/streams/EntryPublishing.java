package io.gort.camel.streams;

import io.gort.camel.streams.entry.AddEntry;
import io.gort.camel.streams.entry.AddOutcome;
import io.gort.camel.streams.producer.Publication;
import io.gort.camel.streams.producer.Publisher;
import io.gort.camel.streams.producer.RetryRules;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Adds the entries of exchanges, and tells each exchange what became of its own. */
record EntryPublishing(BodyEntries bodies, RetryRules retries, Publisher publisher) {

    /** As {@link org.apache.camel.AsyncProcessor#process(Exchange, AsyncCallback)}, but throws what fails before sending. */
    boolean add(Exchange exchange, AsyncCallback callback) {
        boolean isList = BodyEntries.isList(exchange.getMessage().getBody());
        List<AddEntry> entries = bodies.of(exchange);
        if (entries.isEmpty()) {
            tellAll(exchange, entries, List.of());
            callback.done(true);
            return true;
        }
        Publication publication = new Publication(entries, retries);
        boolean done = publisher.publish(publication, () -> {
            tell(exchange, isList, entries, publication.outcomes());
            callback.done(false);
        });
        if (done) {
            tell(exchange, isList, entries, publication.outcomes());
            callback.done(true);
        }
        return done;
    }

    private static void tell(Exchange exchange, boolean isList, List<AddEntry> entries, List<AddOutcome> outcomes) {
        if (isList) {
            tellAll(exchange, entries, outcomes);
        } else {
            tellOne(exchange, entries.get(0).streamKey(), outcomes.get(0));
        }
    }

    private static void tellOne(Exchange exchange, String streamKey, AddOutcome outcome) {
        if (outcome instanceof AddOutcome.Added added) {
            OwnHeaders.put(
                    exchange, exchange.getMessage(), streamKey, added.id().toString());
        } else if (outcome instanceof AddOutcome.Unknown unknown) {
            exchange.setException(new EntryOutcomeUnknownException(streamKey, exchange, unknown.cause()));
        } else if (outcome instanceof AddOutcome.NotAdded refused) {
            exchange.setException(refused.cause());
        }
    }

    private static void tellAll(Exchange exchange, List<AddEntry> entries, List<AddOutcome> outcomes) {
        List<@Nullable String> ids = new ArrayList<>(entries.size());
        boolean failed = false;
        for (AddOutcome outcome : outcomes) {
            ids.add(outcome instanceof AddOutcome.Added added ? added.id().toString() : null);
            failed |= outcome instanceof AddOutcome.Failed;
        }
        OwnHeaders.put(
                exchange,
                exchange.getMessage(),
                entries.stream().map(AddEntry::streamKey).toList(),
                ids);
        if (failed) {
            exchange.setException(new EntriesNotAddedException(exchange, outcomes));
        }
    }
}
