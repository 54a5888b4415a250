package io.gort.camel.streams.routes.heatmap.store;

import io.gort.camel.streams.routes.heatmap.LevelVolume;
import io.gort.camel.streams.routes.heatmap.TimeBuckets;
import io.gort.camel.streams.trade.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts together the keys and arguments of {@code apply.lua}. */
final class ApplyCall {

    private final HeatmapSettings settings;
    private final StateKeys stateKeys;
    private final List<String> arguments = new ArrayList<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    ApplyCall(HeatmapSettings settings, StateKeys stateKeys, List<LiquidationEntry> entries) {
        this.settings = settings;
        this.stateKeys = stateKeys;
        numberOf(stateKeys.head());
        arguments.add(Integer.toString(settings.intervals().size()));
        settings.intervals().forEach(this::addInterval);
        entries.forEach(this::addEntry);
    }

    List<String> keys() {
        return List.copyOf(numbers.keySet());
    }

    List<String> arguments() {
        return arguments;
    }

    private void addInterval(Interval interval) {
        TimeBuckets cut = TimeBuckets.of(interval);
        arguments.add(interval.label());
        arguments.add(Integer.toString(StateKeys.bitOf(interval)));
        arguments.add(Long.toString(cut.millis()));
        arguments.add(Integer.toString(cut.count()));
        arguments.add(Long.toString(settings.limit(interval).toMillis()));
        arguments.add(Long.toString(settings.keep(interval).toMillis()));
    }

    private void addEntry(LiquidationEntry entry) {
        LevelVolume volume = LevelVolume.of(entry.event(), settings.grid());
        Mark mark = settings.mark(entry);
        arguments.add(mark.field());
        arguments.add(Integer.toString(mark.place() + 1));
        arguments.add(numberOf(stateKeys.counted(StateKeys.minuteOf(volume.timestamp()))));
        arguments.add(Long.toUnsignedString(entry.id().millis()));
        arguments.add(Long.toString(volume.timestamp()));
        arguments.add(entry.event().price().toPlainString());
        arguments.add(VolumeLines.of(List.of(volume)));
        for (Interval interval : settings.intervals()) {
            long bucket = TimeBuckets.of(interval).bucketOf(volume.timestamp());
            arguments.add(numberOf(stateKeys.volumes(interval, bucket)));
        }
    }

    /** Which key of the call it is, from 1. */
    private String numberOf(String key) {
        return Integer.toString(numbers.computeIfAbsent(key, isNew -> numbers.size() + 1));
    }
}
