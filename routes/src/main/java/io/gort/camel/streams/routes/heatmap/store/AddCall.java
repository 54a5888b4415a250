package io.gort.camel.streams.routes.heatmap.store;

import io.gort.camel.streams.routes.heatmap.LevelVolume;
import io.gort.camel.streams.routes.heatmap.TimeBuckets;
import io.gort.camel.streams.trade.Interval;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
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
    private final List<String> keys = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private boolean eachOnce = true;

    AddCall(HeatmapSettings settings, StateKeys stateKeys, List<LiquidationEntry> entries) {
        this.settings = settings;
        this.stateKeys = stateKeys;
        List<LiquidationEntry> inTime = new ArrayList<>(entries);
        inTime.sort(IN_TIME);
        keys.add(stateKeys.head());
        addHead(inTime);
        addMinutes(inTime);
        addSums(sums(inTime));
    }

    /** Whether no entry is among them twice. */
    boolean eachOnce() {
        return eachOnce;
    }

    List<String> keys() {
        return keys;
    }

    List<String> arguments() {
        return arguments;
    }

    private void addHead(List<LiquidationEntry> inTime) {
        LiquidationEntry last = inTime.get(inTime.size() - 1);
        long added = last.id().millis();
        for (LiquidationEntry entry : inTime) {
            added = Math.min(added, entry.id().millis());
        }
        add(added);
        add(last.event().timestamp());
        arguments.add(last.event().price().toPlainString());
        add(inTime.size());
        add(settings.longestKeep().toMillis());
    }

    private void addMinutes(List<LiquidationEntry> inTime) {
        int size = arguments.size();
        int minutes = 0;
        for (int first = 0; first < inTime.size(); minutes++) {
            first = addMinute(inTime, first);
        }
        arguments.add(size, Integer.toString(minutes));
    }

    /** Adds the minute of an entry and the ones after it, and gives the first entry that is not in it. */
    private int addMinute(List<LiquidationEntry> inTime, int first) {
        long minute = minuteOf(inTime.get(first));
        Marks marks = new Marks(settings.bits());
        int end = first;
        while (end < inTime.size() && minuteOf(inTime.get(end)) == minute) {
            eachOnce &= marks.add(settings.mark(inTime.get(end)));
            end++;
        }
        keys.add(stateKeys.counted(minute));
        add(marks.size());
        marks.addTo(arguments);
        return end;
    }

    private static long minuteOf(LiquidationEntry entry) {
        return StateKeys.minuteOf(entry.event().timestamp());
    }

    /** What is added for each interval, from the shortest to the longest. */
    private Map<Interval, BatchSums> sums(List<LiquidationEntry> inTime) {
        List<LevelVolume> volumes = new ArrayList<>(inTime.size());
        for (LiquidationEntry entry : inTime) {
            volumes.add(LevelVolume.of(entry.event(), settings.grid()));
        }
        Map<Interval, BatchSums> sums = new EnumMap<>(Interval.class);
        BatchSums shorter = null;
        for (Interval interval : settings.intervals().stream().sorted().toList()) {
            TimeBuckets cut = TimeBuckets.of(interval);
            shorter = shorter == null ? BatchSums.of(cut, volumes) : shorter.in(cut);
            sums.put(interval, shorter);
        }
        return sums;
    }

    private void addSums(Map<Interval, BatchSums> sums) {
        Map<BatchSums.Levels, String> numbers = addTexts(sums.values());
        sums.forEach((interval, each) -> {
            addInterval(interval, each);
            for (BatchSums.Bucket bucket : each.buckets()) {
                keys.add(stateKeys.volumes(interval, bucket.number()));
                arguments.add(numbers.get(bucket.levels()));
            }
        });
    }

    /** Adds the text of all levels, where several buckets have the same ones once, and gives each its number. */
    private Map<BatchSums.Levels, String> addTexts(Collection<BatchSums> sums) {
        Map<BatchSums.Levels, String> numbers = new HashMap<>();
        int size = arguments.size();
        for (BatchSums each : sums) {
            for (BatchSums.Bucket bucket : each.buckets()) {
                if (numbers.putIfAbsent(bucket.levels(), Integer.toString(numbers.size() + 1)) == null) {
                    arguments.add(VolumeLines.of(bucket.levels().sums()));
                }
            }
        }
        arguments.add(size, Integer.toString(numbers.size()));
        return numbers;
    }

    private void addInterval(Interval interval, BatchSums sums) {
        add(sums.cut().millis());
        add(sums.cut().count());
        add(settings.limit(interval).toMillis());
        add(settings.keep(interval).toMillis());
        add(sums.buckets().get(0).number());
        add(sums.buckets().size());
    }

    private void add(long number) {
        arguments.add(Long.toString(number));
    }
}
