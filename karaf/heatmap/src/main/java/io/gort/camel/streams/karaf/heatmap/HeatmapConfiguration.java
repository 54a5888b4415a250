package io.gort.camel.streams.karaf.heatmap;

import java.util.Arrays;
import java.util.Collections;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.cm.ConfigurationException;

/**
 * What is configured.
 *
 * @param symbols    the instruments whose heatmaps are made, each once, at least one
 * @param parameters how: those of the template {@code gort-aggregate-heatmap}, the same for all
 */
record HeatmapConfiguration(List<String> symbols, Map<String, String> parameters) {

    private static final String SYMBOLS = "symbols";

    /** Each would be told twice. */
    private static final List<String> OF_ONE_SYMBOL = List.of("symbol", "stream");

    /**
     * Reads a configuration. Names with a dot are the container's; an option without a value counts as not given.
     *
     * @throws ConfigurationException naming the option, its value and what was expected
     */
    static HeatmapConfiguration of(Dictionary<String, ?> properties) throws ConfigurationException {
        Map<String, String> given = new TreeMap<>();
        for (String name : Collections.list(properties.keys())) {
            String value = String.valueOf(properties.get(name)).trim();
            if (!name.contains(".") && !value.isEmpty()) {
                given.put(name, value);
            }
        }
        for (String option : OF_ONE_SYMBOL) {
            if (given.containsKey(option)) {
                throw new ConfigurationException(
                        option, option + ": " + given.get(option) + " (expected: symbols, with commas between)");
            }
        }
        return new HeatmapConfiguration(symbols(given.remove(SYMBOLS)), Map.copyOf(given));
    }

    private static List<String> symbols(@Nullable String text) throws ConfigurationException {
        List<String> symbols = text == null
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(String::trim)
                        .filter(symbol -> !symbol.isEmpty())
                        .distinct()
                        .toList();
        if (symbols.isEmpty()) {
            throw new ConfigurationException(SYMBOLS, SYMBOLS + ": none (expected: such as BTCUSDT,ETHUSDT)");
        }
        return symbols;
    }
}
