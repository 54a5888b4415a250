package io.gort.camel.streams.examples.heatmap.tally;

import java.util.List;
import java.util.Locale;

/**
 * What became of everything that this run published.
 *
 * @param published    how many entries
 * @param handled      went through a route, of this or of another member of the group
 * @param byOthers     how many of the handled ones another member acknowledged
 * @param deadLettered went to a dead-letter stream
 * @param pending      wait on the stream: not delivered yet, or delivered and not acknowledged
 * @param trimmed      left the stream before they were settled
 */
public record Tally(long published, long handled, long byOthers, long deadLettered, long pending, long trimmed) {

    /** Whether nothing is missing. */
    public boolean isBalanced() {
        return published == handled + deadLettered + pending + trimmed;
    }

    /** How many entries nobody can account for. */
    public long missing() {
        return published - handled - deadLettered - pending - trimmed;
    }

    /** The tally for a person, with the verdict in the last line. */
    public List<String> lines() {
        String verdict = isBalanced()
                ? "everything is accounted for"
                : String.format(Locale.ROOT, "%,d of %,d entries are not accounted for", missing(), published);
        return List.of(
                "tally of this run",
                line("published", published, ""),
                line("= handled", handled, byOthers == 0 ? "" : "  of these by other members: " + byOthers),
                line("+ dead-lettered", deadLettered, ""),
                line("+ pending", pending, ""),
                line("+ trimmed", trimmed, ""),
                "  " + (isBalanced() ? "✔ " : "✘ ") + verdict);
    }

    private static String line(String name, long count, String note) {
        return String.format(Locale.ROOT, "  %-17s%,12d%s", name, count, note);
    }
}
