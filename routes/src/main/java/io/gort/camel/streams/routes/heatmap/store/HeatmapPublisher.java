package io.gort.camel.streams.routes.heatmap.store;

import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.routes.heatmap.HeatmapBuilder;
import io.gort.camel.streams.trade.HeatmapData;
import io.gort.camel.streams.trade.Interval;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Publishes the heatmaps of one symbol that changed. Of all members of a group one at a time does so, the holder of a
 * lease; whoever takes the lease over publishes all of them first, so that nothing is missed that its predecessor had
 * counted but not yet published when it died. Called by one thread.
 */
public final class HeatmapPublisher {

    /** After so long without a turn another member takes over. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    private final StreamClient client;
    private final HeatmapStore store;
    private final HeatmapSettings settings;
    private final String holder;
    private final Consumer<HeatmapData> target;
    private final Map<Interval, Long> published = new EnumMap<>(Interval.class);

    /**
     * @param holder names this member in the lease, unlike any other
     * @param target takes a heatmap; if it fails, it is given a newer one at the next turn
     */
    public HeatmapPublisher(
            StreamClient client,
            HeatmapStore store,
            HeatmapSettings settings,
            String holder,
            Consumer<HeatmapData> target) {
        this.client = client;
        this.store = store;
        this.settings = settings;
        this.holder = holder;
        this.target = target;
    }

    /** One turn: publishes what changed since the one before, if it is this member's task. */
    public void publishChanged() {
        if (client.lease(store.publisherLease(), holder, null, LEASE).isPresent()) {
            published.clear();
            return;
        }
        OptionalLong version = store.version();
        if (version.isPresent()) {
            settings.intervals().stream()
                    .filter(interval -> published.getOrDefault(interval, 0L) != version.getAsLong())
                    .forEach(this::publish);
        }
    }

    /** Lets another member go on. */
    public void release() {
        client.release(store.publisherLease(), holder);
        published.clear();
    }

    private void publish(Interval interval) {
        StoredState stored = store.read(interval).orElse(null);
        if (stored == null) {
            return;
        }
        HeatmapData heatmap = HeatmapBuilder.build(stored.state(), settings.grid());
        if (heatmap.violations().isEmpty()) {
            target.accept(heatmap);
        }
        published.put(interval, stored.version());
    }
}
