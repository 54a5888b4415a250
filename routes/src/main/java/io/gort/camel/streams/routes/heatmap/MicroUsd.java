package io.gort.camel.streams.routes.heatmap;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Volumes as whole millionths of a dollar: sums of them are exact, in any order. What does not fit (more than 9.2
 * trillion dollars) is held as {@link Long#MAX_VALUE}.
 */
public final class MicroUsd {

    private static final int DECIMALS = 6;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private MicroUsd() {}

    /** Rounded to the nearest millionth, half to even. */
    public static long of(BigDecimal usd) {
        BigDecimal micros = usd.movePointRight(DECIMALS);
        return micros.compareTo(LARGEST) >= 0
                ? Long.MAX_VALUE
                : micros.setScale(0, RoundingMode.HALF_EVEN).longValue();
    }

    /** The sum of two volumes, neither of them negative. */
    public static long sum(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    public static BigDecimal toUsd(long micros) {
        return BigDecimal.valueOf(micros, DECIMALS);
    }
}
