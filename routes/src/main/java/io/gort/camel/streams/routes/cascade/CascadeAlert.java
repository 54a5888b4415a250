package io.gort.camel.streams.routes.cascade;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gort.camel.streams.routes.heatmap.MicroUsd;
import java.math.BigDecimal;

/**
 * What is told of a cascade.
 *
 * @param symbol       the instrument
 * @param windowStart  when the window begins, in milliseconds since 1970
 * @param windowEnd    when it ends
 * @param side         which positions count: {@code long}, {@code short} or {@code both}
 * @param threshold    the threshold in USD
 * @param volume       what counts for the threshold, in USD
 * @param longVolume   the volume of long positions in USD
 * @param shortVolume  the volume of short positions in USD
 * @param liquidations how many there are, of both sides
 */
record CascadeAlert(
        String symbol,
        long windowStart,
        long windowEnd,
        String side,
        BigDecimal threshold,
        BigDecimal volume,
        BigDecimal longVolume,
        BigDecimal shortVolume,
        int liquidations) {

    static CascadeAlert of(String symbol, long windowStart, CascadeRules rules, CascadeState state) {
        return new CascadeAlert(
                symbol,
                windowStart,
                windowStart + rules.window().toMillis(),
                rules.counted().label(),
                rules.threshold(),
                rules.volume(state),
                MicroUsd.toUsd(state.longMicros()),
                MicroUsd.toUsd(state.shortMicros()),
                state.amounts().size());
    }

    /** A JSON object with names as in the trade model, and plain decimals. */
    String toJson() {
        ObjectNode members = JsonNodeFactory.withExactBigDecimals(true).objectNode();
        members.put("symbol", symbol);
        members.put("window_start", windowStart);
        members.put("window_end", windowEnd);
        members.put("side", side);
        members.put("threshold", plain(threshold));
        members.put("volume", plain(volume));
        members.put("long_volume", plain(longVolume));
        members.put("short_volume", plain(shortVolume));
        members.put("liquidations", liquidations);
        return members.toString();
    }

    /** Without trailing zeros and without an exponent. */
    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
