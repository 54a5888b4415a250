package io.gort.camel.streams.producer;

import io.gort.camel.streams.entry.AddEntry;
import io.gort.camel.streams.entry.AddOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The entries of one exchange, and what became of each. Entries of one stream are sent in their order; one that is refused
 * and tried again may come after those that followed it.
 */
public final class Publication {

    private final List<Addition> additions;
    private final AddOutcome[] outcomes;
    private int open;
    private Runnable whenDone = () -> {};
    private boolean somebodyWaits;

    /**
     * @param entries at least one
     * @param rules   which failures of theirs are worth another try
     */
    public Publication(List<AddEntry> entries, RetryRules rules) {
        this.additions = new ArrayList<>(entries.size());
        for (AddEntry entry : entries) {
            additions.add(new Addition(this, additions.size(), entry, rules));
        }
        this.outcomes = new AddOutcome[entries.size()];
        this.open = entries.size();
    }

    /** What became of each entry, in their order. Complete once the publisher says that the publication is done. */
    public List<AddOutcome> outcomes() {
        return List.copyOf(Arrays.asList(outcomes));
    }

    List<Addition> additions() {
        return additions;
    }

    int size() {
        return outcomes.length;
    }

    /** What follows when it is done, and may take long. */
    void goesOnWith(Runnable completion) {
        whenDone = completion;
        somebodyWaits = false;
    }

    /** Wakes somebody when it is done, which takes no time. */
    void wakes(Runnable waiting) {
        whenDone = waiting;
        somebodyWaits = true;
    }

    Runnable whenDone() {
        return whenDone;
    }

    boolean somebodyWaits() {
        return somebodyWaits;
    }

    /** Notes what became of an entry for good; tells whether it was the last one to be answered for. */
    boolean settle(int index, AddOutcome outcome) {
        outcomes[index] = outcome;
        return --open == 0;
    }
}
