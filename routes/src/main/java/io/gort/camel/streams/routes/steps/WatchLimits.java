package io.gort.camel.streams.routes.steps;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a group may be seen with.
 *
 * @param lag         how many entries it may have left to read
 * @param pending     how many of its entries may be pending
 * @param deadLetters how many dead letters its stream may have
 */
record WatchLimits(long lag, long pending, long deadLetters) {

    WatchLimits {
        atLeastZero("maxLag", lag);
        atLeastZero("maxPending", pending);
        atLeastZero("maxDeadLetters", deadLetters);
    }

    private static void atLeastZero(String option, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(option + ": " + value + " (expected: 0 or more)");
        }
    }

    /** What goes beyond a limit: what it is about, which is the same as long as it lasts, and the text to tell. */
    Map<String, String> exceededBy(GroupSight sight) {
        Map<String, String> exceeded = new LinkedHashMap<>();
        String group = "group " + sight.group() + " of stream " + sight.streamKey();
        Long behind = sight.lag();
        if (behind != null) {
            check(exceeded, group, "lag", behind, lag);
        }
        check(exceeded, group, "pending", sight.pending(), pending);
        check(exceeded, group, "trimmed before read", sight.trimmedUnread(), 0);
        check(exceeded, "stream " + sight.streamKey(), "dead letters", sight.deadLetters(), deadLetters);
        return exceeded;
    }

    private static void check(Map<String, String> exceeded, String where, String what, long value, long limit) {
        if (value > limit) {
            exceeded.put(
                    where + ": " + what, where + ": " + what + ": " + value + " (expected: at most " + limit + ")");
        }
    }
}
