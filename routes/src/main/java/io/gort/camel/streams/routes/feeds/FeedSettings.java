package io.gort.camel.streams.routes.feeds;

import io.gort.camel.streams.trade.Decimals;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a user tells about a feed.
 *
 * @param instruments    which ones to take, in the exchange's own names; all where it is empty
 * @param symbols        the symbol of an instrument, where the exchange's rule gives another
 * @param contractValues how much one contract of an instrument stands for: coins, or USD if it is inverse (OKX)
 */
public record FeedSettings(
        Set<String> instruments, Map<String, String> symbols, Map<String, BigDecimal> contractValues) {

    /** Takes all instruments, under the symbols that the exchange's rule gives them. */
    public static final FeedSettings DEFAULTS = new FeedSettings(Set.of(), Map.of(), Map.of());

    public FeedSettings {
        instruments = Set.copyOf(new LinkedHashSet<>(instruments));
        symbols = Map.copyOf(symbols);
        contractValues = Map.copyOf(contractValues);
        contractValues.forEach((instrument, value) -> {
            if (value.signum() <= 0) {
                throw invalid("contractValues", instrument + "=" + value, "values above zero");
            }
        });
    }

    /**
     * Reads settings.
     *
     * @param instruments    {@code BTCUSDT,ETHUSDT}
     * @param symbols        {@code BTC-USDT-SWAP=BTCUSDT,…}
     * @param contractValues {@code BTC-USDT-SWAP=0.01,…}
     * @throws IllegalArgumentException naming the option, its value and what was expected
     */
    public static FeedSettings parse(String instruments, String symbols, String contractValues) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        pairs("contractValues", contractValues).forEach((instrument, text) -> values.put(instrument, number(text)));
        return new FeedSettings(new LinkedHashSet<>(parts(instruments)), pairs("symbolNames", symbols), values);
    }

    /** Whether an instrument is one of those to take. */
    boolean wants(String instrument) {
        return instruments.isEmpty() || instruments.contains(instrument);
    }

    /** The symbol of an instrument: the user's, else the one of the exchange's rule. */
    String symbol(String instrument, UnaryOperator<String> rule) {
        String told = symbols.get(instrument);
        return told == null ? rule.apply(instrument) : told;
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(","))
                .map(String::trim)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Map<String, String> pairs(String option, String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String part : parts(text)) {
            int equals = part.indexOf('=');
            if (equals < 1 || equals == part.length() - 1) {
                throw invalid(option, part, "instrument=value, with commas between");
            }
            pairs.put(
                    part.substring(0, equals).trim(), part.substring(equals + 1).trim());
        }
        return pairs;
    }

    private static BigDecimal number(String text) {
        return Decimals.find(text).orElseThrow(() -> invalid("contractValues", text, "a number"));
    }

    private static IllegalArgumentException invalid(String option, String value, String expected) {
        return new IllegalArgumentException(option + ": " + value + " (expected: " + expected + ")");
    }
}
