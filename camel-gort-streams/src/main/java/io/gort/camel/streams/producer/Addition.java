package io.gort.camel.streams.producer;

import io.gort.camel.streams.entry.AddEntry;
import io.gort.camel.streams.entry.AddOutcome;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One entry on its way to its stream, and how its tries went. */
final class Addition {

    /** About what a command weighs beside its fields. */
    private static final long OVERHEAD = 100;

    private final Publication publication;
    private final int index;
    private final AddEntry entry;
    private final RetryRules rules;
    private int failures;
    private boolean mayBeThere;
    private @Nullable RuntimeException lastCause;

    Addition(Publication publication, int index, AddEntry entry, RetryRules rules) {
        this.publication = publication;
        this.index = index;
        this.entry = entry;
        this.rules = rules;
    }

    AddEntry entry() {
        return entry;
    }

    Publication publication() {
        return publication;
    }

    /** About how many bytes it is on the wire. */
    long weight() {
        long weight = OVERHEAD;
        for (Map.Entry<String, String> field : entry.fields().entrySet()) {
            weight += field.getKey().length() + (long) field.getValue().length();
        }
        return weight;
    }

    /** Notes a failed try; tells whether there is to be another one. */
    boolean triesAgainAfter(AddOutcome.Failed outcome) {
        failures++;
        mayBeThere |= outcome instanceof AddOutcome.Unknown;
        lastCause = outcome.cause();
        return rules.triesAgain(outcome, failures);
    }

    /** How long to wait before the next try. */
    Duration pause() {
        return rules.pauseAfter(failures);
    }

    @Nullable
    RuntimeException lastCause() {
        return lastCause;
    }

    /** Notes how it ended; tells whether the publication is done by it. What an earlier try may have added stays unknown. */
    boolean settle(AddOutcome outcome) {
        AddOutcome end = mayBeThere && outcome instanceof AddOutcome.NotAdded refused
                ? new AddOutcome.Unknown(refused.cause())
                : outcome;
        return publication.settle(index, end);
    }
}
