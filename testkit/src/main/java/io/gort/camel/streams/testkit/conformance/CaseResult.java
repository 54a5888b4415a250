package io.gort.camel.streams.testkit.conformance;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What the report says of a case. */
public record CaseResult(
        @JsonProperty("case") int number,
        String title,
        boolean passed,
        long published,
        long handled,
        long deadLettered,
        long pending,
        long countedTrimmed,
        long duplicates,
        long lost,
        double seconds,
        String server) {

    static CaseResult of(int number, String title, boolean passed, Account account, double seconds, String server) {
        return new CaseResult(
                number,
                title,
                passed,
                account.published().size(),
                account.handled().size(),
                account.deadLettered().size(),
                account.pending().size(),
                account.countedTrimmed(),
                account.duplicates(),
                account.lost(),
                seconds,
                server);
    }

    /** {@code eachEntryOnce} as {@code each entry once}. */
    static String title(String methodName) {
        return methodName
                .replaceAll("(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z0-9])(?=[A-Z][a-z])|(?<=[0-9])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    String row() {
        return "| " + number + " | " + title + " | " + (passed ? "passed" : "**FAILED**") + " | " + published + " | "
                + handled + " | " + deadLettered + " | " + pending + " | " + countedTrimmed + " | " + duplicates + " | "
                + lost + " | " + seconds + " | " + server + " |";
    }
}
