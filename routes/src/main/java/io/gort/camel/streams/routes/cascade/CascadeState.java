package io.gort.camel.streams.routes.cascade;

import io.gort.camel.streams.routes.heatmap.MicroUsd;
import io.gort.camel.streams.trade.Position;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The liquidations of one window, each under its identity: however often and by whomever one is added, it counts once,
 * and two states of a window make one without regard to their order.
 *
 * @param amounts identity to amount: {@code l} or {@code s} for the position that was liquidated, and micro-USD
 */
record CascadeState(SortedMap<String, String> amounts) {

    private static final String LONG = "l";
    private static final String SHORT = "s";

    CascadeState {
        amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
    }

    static CascadeState of(String identity, Position position, long micros) {
        return new CascadeState(
                new TreeMap<>(Collections.singletonMap(identity, (position == Position.LONG ? LONG : SHORT) + micros)));
    }

    /** Reads what {@link #toText} wrote. */
    static CascadeState parse(String text) {
        SortedMap<String, String> amounts = new TreeMap<>();
        text.lines().forEach(line -> {
            int space = line.indexOf(' ');
            amounts.put(line.substring(space + 1), line.substring(0, space));
        });
        return new CascadeState(amounts);
    }

    /** A line for each liquidation: text can be stored by any serializer, and read by any version of this class. */
    String toText() {
        return amounts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining("\n"));
    }

    CascadeState and(CascadeState other) {
        SortedMap<String, String> all = new TreeMap<>(amounts);
        all.putAll(other.amounts);
        return new CascadeState(all);
    }

    /** The volume of long positions in micro-USD. */
    long longMicros() {
        return sum(LONG);
    }

    /** The volume of short positions in micro-USD. */
    long shortMicros() {
        return sum(SHORT);
    }

    private long sum(String position) {
        return amounts.values().stream()
                .filter(amount -> amount.startsWith(position))
                .mapToLong(amount -> Long.parseLong(amount.substring(1)))
                .reduce(0, MicroUsd::sum);
    }
}
