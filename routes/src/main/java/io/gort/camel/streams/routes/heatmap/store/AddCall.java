package io.gort.camel.streams.routes.heatmap.store;

import io.gort.camel.streams.routes.heatmap.LevelVolume;
import io.gort.camel.streams.routes.heatmap.TimeBuckets;
import io.gort.camel.streams.trade.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts together the keys and arguments of {@code add.lua}. */
final class AddCall {

    /** In the order of time the entries of a bucket follow one another; of the last ones the highest price comes last. */
    private static final Comparator<LiquidationEntry> IN_TIME = Comparator.comparingLong(
                    (LiquidationEntry entry) -> entry.event().timestamp())
            .thenComparingDouble(entry -> entry.event().price().doubleValue())
            .thenComparing(entry -> entry.event().price().toPlainString());

    private final HeatmapSettings settings;
    private final StateKeys stateKeys;
    private final List<Part> parts;
    private final List<String> keys = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();

    /** What an entry adds. */
    private record Part(String identity, long timestamp, String field, String timeField, long micros) {

        static Part of(LiquidationEntry entry, HeatmapSettings settings) {
            LevelVolume volume = LevelVolume.of(entry.event(), settings.grid());
            boolean isLong = volume.longMicros() > 0;
            String level = volume.price().toPlainString();
            return new Part(
                    settings.duplicateKey() ? entry.contentKey() : entry.identity(),
                    volume.timestamp(),
                    level + ":" + (isLong ? StateReply.LONG : StateReply.SHORT),
                    level + ":t",
                    isLong ? volume.longMicros() : volume.shortMicros());
        }
    }

    /** What several entries add to one field of a bucket. */
    private record Amount(String timeField, long micros, long newest) {

        Amount(Part part) {
            this(part.timeField(), part.micros(), part.timestamp());
        }

        Amount plus(Amount later) {
            return new Amount(timeField, Math.addExact(micros, later.micros), later.newest);
        }
    }

    /** @throws ArithmeticException if amounts do not fit */
    AddCall(HeatmapSettings settings, StateKeys stateKeys, List<LiquidationEntry> entries) {
        this.settings = settings;
        this.stateKeys = stateKeys;
        List<LiquidationEntry> inTime = entries.stream().sorted(IN_TIME).toList();
        parts = inTime.stream().map(entry -> Part.of(entry, settings)).toList();
        keys.add(stateKeys.head());
        addHead(inTime);
        parts.forEach(part -> arguments.add(part.identity()));
        addMinutes();
        settings.intervals().forEach(this::addInterval);
    }

    /** Whether no entry is among them twice. */
    boolean eachOnce() {
        return parts.stream().map(Part::identity).distinct().count() == parts.size();
    }

    List<String> keys() {
        return keys;
    }

    List<String> arguments() {
        return arguments;
    }

    private void addHead(List<LiquidationEntry> inTime) {
        LiquidationEntry last = inTime.get(inTime.size() - 1);
        add(inTime.stream().mapToLong(entry -> entry.id().millis()).min().orElseThrow());
        add(last.event().timestamp());
        arguments.add(last.event().price().toPlainString());
        add(inTime.size());
    }

    private void addMinutes() {
        add(settings.intervals().stream().mapToInt(StateKeys::bitOf).sum());
        add(settings.longestKeep().toMillis());
        int size = arguments.size();
        int minutes = 0;
        for (int first = 0; first < parts.size(); minutes++) {
            long minute = StateKeys.minuteOf(parts.get(first).timestamp());
            while (first < parts.size() && StateKeys.minuteOf(parts.get(first).timestamp()) == minute) {
                first++;
            }
            keys.add(stateKeys.entries(minute));
            add(first);
        }
        arguments.add(size, Integer.toString(minutes));
    }

    private void addInterval(Interval interval) {
        TimeBuckets cut = TimeBuckets.of(interval);
        add(cut.millis());
        add(cut.count());
        add(settings.limit(interval).toMillis());
        add(settings.keep(interval).toMillis());
        add(cut.bucketOf(parts.get(0).timestamp()));
        int size = arguments.size();
        int buckets = 0;
        for (int first = 0; first < parts.size(); buckets++) {
            first = addBucket(interval, cut, first);
        }
        arguments.add(size, Integer.toString(buckets));
    }

    /** Adds the bucket of an entry and the ones after it, and gives the first entry that is not in it. */
    private int addBucket(Interval interval, TimeBuckets cut, int first) {
        long bucket = cut.bucketOf(parts.get(first).timestamp());
        Map<String, Amount> amounts = new LinkedHashMap<>();
        int end = first;
        while (end < parts.size() && cut.bucketOf(parts.get(end).timestamp()) == bucket) {
            Part part = parts.get(end);
            amounts.merge(part.field(), new Amount(part), Amount::plus);
            end++;
        }
        keys.add(stateKeys.volumes(interval, bucket));
        add(amounts.size());
        amounts.forEach((field, amount) -> {
            arguments.add(field);
            add(amount.micros());
            arguments.add(amount.timeField());
            add(amount.newest());
        });
        return end;
    }

    private void add(long number) {
        arguments.add(Long.toString(number));
    }
}
