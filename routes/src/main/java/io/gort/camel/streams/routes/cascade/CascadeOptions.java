package io.gort.camel.streams.routes.cascade;

import io.gort.camel.streams.routes.steps.DurationOption;
import java.math.BigDecimal;
import java.time.Duration;
import org.apache.camel.CamelContext;

/** The options of {@link Cascade}, as a template sets them. */
public final class CascadeOptions {

    private String symbol = "";
    private String window = "1m";
    private String threshold = "";
    private String side = CascadeRules.Counted.BOTH.label();
    private String lateness = "20s";
    private String maxAhead = "1m";
    private boolean early;
    private boolean duplicateKey;

    /**
     * The options, read.
     *
     * @param symbol       the instrument
     * @param rules        what a cascade is
     * @param maxAhead     how far ahead an event may be
     * @param duplicateKey whether entries that tell the same liquidation are counted once
     */
    record Settings(String symbol, CascadeRules rules, Duration maxAhead, boolean duplicateKey) {}

    /** @throws IllegalArgumentException naming the option, its value and what was expected */
    Settings settings(CamelContext context) {
        return new Settings(
                symbol,
                new CascadeRules(
                        DurationOption.parse(context, "window", window),
                        usd(threshold),
                        CascadeRules.Counted.of(side),
                        DurationOption.parse(context, "lateness", lateness),
                        early),
                DurationOption.parse(context, "maxAhead", maxAhead),
                duplicateKey);
    }

    private static BigDecimal usd(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("threshold: " + text + " (expected: USD, such as 1000000)", e);
        }
    }

    public String getSymbol() {
        return symbol;
    }

    /** The instrument whose liquidations are counted. */
    public void setSymbol(String symbol) {
        this.symbol = symbol;
    }

    public String getWindow() {
        return window;
    }

    /** How long a window is. */
    public void setWindow(String window) {
        this.window = window;
    }

    public String getThreshold() {
        return threshold;
    }

    /** The volume in USD from which on a window is a cascade. */
    public void setThreshold(String threshold) {
        this.threshold = threshold;
    }

    public String getSide() {
        return side;
    }

    /** Which positions count for the threshold: {@code long}, {@code short} or {@code both}. */
    public void setSide(String side) {
        this.side = side;
    }

    public String getLateness() {
        return lateness;
    }

    /** How long after the end of a window its entries may still come. */
    public void setLateness(String lateness) {
        this.lateness = lateness;
    }

    public String getMaxAhead() {
        return maxAhead;
    }

    /** How far ahead of this machine's clock an event may be. */
    public void setMaxAhead(String maxAhead) {
        this.maxAhead = maxAhead;
    }

    public boolean isEarly() {
        return early;
    }

    /** Whether to tell as soon as the threshold is reached, with what has come until then. */
    public void setEarly(boolean early) {
        this.early = early;
    }

    public boolean isDuplicateKey() {
        return duplicateKey;
    }

    /** Whether entries that tell the same liquidation are counted once. */
    public void setDuplicateKey(boolean duplicateKey) {
        this.duplicateKey = duplicateKey;
    }
}
