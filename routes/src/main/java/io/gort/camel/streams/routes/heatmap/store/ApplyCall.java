package io.gort.camel.streams.routes.heatmap.store;

import io.gort.camel.streams.routes.heatmap.LevelVolume;
import io.gort.camel.streams.routes.heatmap.TimeBuckets;
import io.gort.camel.streams.trade.Interval;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts together the keys and arguments of {@code apply.lua}. */
final class ApplyCall {

    private final HeatmapSettings settings;
    private final StateKeys stateKeys;
    private final List<String> arguments = new ArrayList<>();
    private final Map<Interval, Map<Long, Integer>> buckets = new EnumMap<>(Interval.class);
    private final List<String> keys = new ArrayList<>();

    ApplyCall(HeatmapSettings settings, StateKeys stateKeys, List<LiquidationEntry> entries) {
        this.settings = settings;
        this.stateKeys = stateKeys;
        keys.add(stateKeys.head());
        arguments.add(Integer.toString(settings.intervals().size()));
        settings.intervals().forEach(this::addInterval);
        entries.forEach(this::addEntry);
    }

    List<String> keys() {
        return keys;
    }

    List<String> arguments() {
        return arguments;
    }

    private void addInterval(Interval interval) {
        TimeBuckets cut = TimeBuckets.of(interval);
        arguments.add(interval.label());
        arguments.add(Long.toString(cut.millis()));
        arguments.add(Integer.toString(cut.count()));
        arguments.add(Long.toString(settings.limit(interval).toMillis()));
        arguments.add(Long.toString(settings.keep(interval).toMillis()));
    }

    private void addEntry(LiquidationEntry entry) {
        LevelVolume volume = LevelVolume.of(entry.event(), settings.grid());
        boolean isLong = volume.longMicros() > 0;
        arguments.add(settings.duplicateKey() ? entry.contentKey() : entry.identity());
        arguments.add(Long.toUnsignedString(entry.id().millis()));
        arguments.add(Long.toString(volume.timestamp()));
        arguments.add(entry.event().price().toPlainString());
        arguments.add(volume.price().toPlainString());
        arguments.add(isLong ? StateReply.LONG : StateReply.SHORT);
        arguments.add(Long.toString(isLong ? volume.longMicros() : volume.shortMicros()));
        for (Interval interval : settings.intervals()) {
            long bucket = TimeBuckets.of(interval).bucketOf(volume.timestamp());
            arguments.add(Integer.toString(numberOf(interval, bucket)));
        }
    }

    /** The number of a bucket's pair of keys, from 1. */
    private int numberOf(Interval interval, long bucket) {
        return buckets.computeIfAbsent(interval, isNew -> new HashMap<>()).computeIfAbsent(bucket, isNew -> {
            keys.add(stateKeys.entries(interval, bucket));
            keys.add(stateKeys.volumes(interval, bucket));
            return keys.size() / 2;
        });
    }
}
