package io.gort.camel.streams.routes.heatmap;

import io.gort.camel.streams.trade.Interval;

/**
 * How an interval is cut into time buckets. A window is always whole buckets: the bucket that holds the symbol's clock
 * and the {@code count - 1} buckets before it.
 *
 * <p>An interval has 60 buckets of a 60th of its length; 1s has 50 buckets of 20 ms. The bucket of a timestamp t is
 * floor(t / millis), and it begins at that number times {@code millis}. So with a clock c the window covers the
 * timestamps from (floor(c / millis) - count + 1) · millis, inclusive, to c. Its length is between count - 1 and count
 * buckets, for 1m between 59 and 60 seconds.
 *
 * @param millis the width of a bucket, in milliseconds
 * @param count  how many buckets a window has
 */
public record TimeBuckets(long millis, int count) {

    private static final int USUAL_COUNT = 60;
    private static final TimeBuckets OF_ONE_SECOND = new TimeBuckets(20, 50);

    public TimeBuckets {
        if (millis < 1 || count < 1) {
            throw new IllegalArgumentException(
                    "time buckets: " + count + " of " + millis + " ms (expected: at least 1)");
        }
    }

    /** The buckets of an interval. */
    public static TimeBuckets of(Interval interval) {
        return interval == Interval.S1
                ? OF_ONE_SECOND
                : new TimeBuckets(interval.duration().toMillis() / USUAL_COUNT, USUAL_COUNT);
    }

    /** The number of the bucket that holds {@code timestamp}. */
    public long bucketOf(long timestamp) {
        return Math.floorDiv(timestamp, millis);
    }

    /** The number of the oldest bucket in the window of a symbol whose clock is {@code clock}. */
    public long oldestBucket(long clock) {
        return bucketOf(clock) - count + 1;
    }
}
