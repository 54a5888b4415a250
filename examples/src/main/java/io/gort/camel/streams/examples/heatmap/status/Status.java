package io.gort.camel.streams.examples.heatmap.status;

import io.gort.camel.streams.examples.heatmap.tally.Counts;
import java.time.Duration;
import java.util.List;

/**
 * One moment of a run.
 *
 * @param running   how long it has been running
 * @param address   where its HTTP server answers
 * @param counts    what became of the entries so far
 * @param trimmed   how many unsettled entries are known to be trimmed
 * @param malformed how many lines of the input could not be sent
 * @param rate      how many entries were handled in the last second
 * @param hottest   the level with the largest volume of each symbol, largest first
 */
public record Status(
        Duration running,
        String address,
        Counts counts,
        long trimmed,
        long malformed,
        long rate,
        List<HotLevel> hottest) {

    public Status {
        hottest = List.copyOf(hottest);
    }

    /** What waits: published, neither settled nor trimmed. */
    public long pending() {
        return Math.max(0, counts.outstanding() - trimmed);
    }
}
