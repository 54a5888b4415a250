package io.gort.camel.streams.examples.heatmap.status;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The status as text, at most 78 columns wide. */
final class StatusBlock {

    private static final int ROWS = 5;
    private static final int BAR_WIDTH = 20;
    private static final int LONGEST_SYMBOL = 12;

    private StatusBlock() {}

    /** Several lines, for a terminal. Always the same number of them, so that it can be redrawn in place. */
    static List<String> lines(Status status) {
        List<String> lines = new ArrayList<>();
        lines.add(format("  Liquidation heatmap  %s  %s", clock(status), status.address()));
        lines.add("");
        lines.add(format(
                "  published %,13d    handled %,13d    entries/s %,8d",
                status.counts().published(), status.counts().handled(), status.rate()));
        lines.add(format(
                "  dead-lettered %,9d    pending %,13d    trimmed %,10d",
                status.counts().deadLettered(), status.pending(), status.trimmed()));
        lines.add(status.malformed() == 0 ? "" : format("  malformed lines %,7d", status.malformed()));
        lines.add("  hottest level of the last minute");
        lines.add(format("  %-12s %14s %13s %13s", "symbol", "price", "long USD", "short USD"));
        for (int row = 0; row < ROWS; row++) {
            lines.add(row < status.hottest().size() ? row(status, row) : "");
        }
        return lines;
    }

    /** One line, for a file or a pipe. */
    static String line(Status status) {
        String hottest = status.hottest().isEmpty()
                ? ""
                : " · hottest " + cut(status.hottest().get(0).symbol()) + " at "
                        + status.hottest().get(0).price().toPlainString();
        return format(
                "%s  published %d · handled %d · dead-lettered %d · pending %d · trimmed %d · %d entries/s%s%s",
                clock(status),
                status.counts().published(),
                status.counts().handled(),
                status.counts().deadLettered(),
                status.pending(),
                status.trimmed(),
                status.rate(),
                status.malformed() == 0 ? "" : " · malformed lines " + status.malformed(),
                hottest);
    }

    private static String row(Status status, int row) {
        HotLevel level = status.hottest().get(row);
        return format(
                "  %-12s %14s %,13d %,13d  %s",
                cut(level.symbol()),
                level.price().toPlainString(),
                dollars(level.longVolume()),
                dollars(level.shortVolume()),
                bar(level.volume(), status.hottest().get(0).volume()));
    }

    private static String bar(BigDecimal volume, BigDecimal largest) {
        if (largest.signum() == 0) {
            return "";
        }
        int width = volume.multiply(BigDecimal.valueOf(BAR_WIDTH))
                .divide(largest, 0, RoundingMode.CEILING)
                .intValue();
        return "█".repeat(width);
    }

    private static long dollars(BigDecimal usd) {
        return usd.setScale(0, RoundingMode.HALF_UP).longValue();
    }

    private static String cut(String symbol) {
        String printable = symbol.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= LONGEST_SYMBOL ? printable : printable.substring(0, LONGEST_SYMBOL - 1) + "…";
    }

    private static String clock(Status status) {
        long seconds = status.running().toSeconds();
        return format("%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
