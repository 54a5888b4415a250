package io.gort.camel.streams;

import io.gort.camel.streams.entry.AddOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeExchangeException;

/** Some entries of a List were not added, or nobody knows; others may have been. Tells what became of each. */
public class EntriesNotAddedException extends RuntimeExchangeException {

    private final transient List<AddOutcome> outcomes;

    EntriesNotAddedException(Exchange exchange, List<AddOutcome> outcomes) {
        super(messageOf(outcomes), exchange, causeOf(outcomes));
        this.outcomes = List.copyOf(outcomes);
    }

    /** What became of each element, in the order of the List. */
    public List<AddOutcome> outcomes() {
        return outcomes;
    }

    private static String messageOf(List<AddOutcome> outcomes) {
        Map<String, List<Integer>> indexesByReason = new LinkedHashMap<>();
        int count = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof AddOutcome.Failed failed) {
                indexesByReason
                        .computeIfAbsent(reason(failed), reason -> new ArrayList<>())
                        .add(i);
                count++;
            }
        }
        String reasons = indexesByReason.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining("; "));
        return count + " of " + outcomes.size() + " entries were not added: " + reasons;
    }

    private static String reason(AddOutcome.Failed failed) {
        return (failed instanceof AddOutcome.Unknown ? "unknown whether added: " : "")
                + failed.cause().getMessage();
    }

    private static Throwable causeOf(List<AddOutcome> outcomes) {
        return outcomes.stream()
                .filter(AddOutcome.Failed.class::isInstance)
                .map(outcome -> ((AddOutcome.Failed) outcome).cause())
                .findFirst()
                .orElseThrow();
    }
}
