package io.gort.camel.streams;

import io.gort.camel.streams.consumer.StreamConsumer;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.camel.spi.Registry;
import org.jspecify.annotations.Nullable;

/**
 * The meters of one consumer in Micrometer: counters such as {@code gort.streams.entries.delivered}, and gauges of the
 * entries in flight and of the streams set aside, with the tags {@code stream}, {@code group} and {@code route}.
 */
final class MicrometerMeters implements Meters {

    /** Where camel-micrometer keeps its registry. */
    private static final String CAMELS_NAME = "metricsRegistry";

    private static final String PREFIX = "gort.streams.";
    private static final String ENTRIES = PREFIX + "entries.";

    private final MeterRegistry registry;
    private final List<Meter> meters = new ArrayList<>();

    private MicrometerMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    static Meters of(GortStreamsConsumer consumer, StreamConsumer entries) {
        MeterRegistry registry =
                registry(consumer.getEndpoint().getCamelContext().getRegistry());
        if (registry == null) {
            return () -> {};
        }
        MicrometerMeters meters = new MicrometerMeters(registry);
        meters.show(entries, tags(consumer));
        return meters;
    }

    @Override
    public void close() {
        meters.forEach(registry::remove);
    }

    private void show(StreamConsumer entries, Tags tags) {
        for (ConsumerCount count : ConsumerCount.values()) {
            meters.add(FunctionCounter.builder(nameOf(count), entries.counters(), count::of)
                    .description(count.description())
                    .tags(tags)
                    .register(registry));
        }
        meters.add(Gauge.builder(ENTRIES + "in.flight", entries, StreamConsumer::inFlight)
                .description("Entries on their way now")
                .tags(tags)
                .register(registry));
        meters.add(Gauge.builder(
                        PREFIX + "set.aside", entries, e -> e.streamTroubles().size())
                .description("Streams that are set aside because of trouble of their own")
                .tags(tags)
                .register(registry));
    }

    private static String nameOf(ConsumerCount count) {
        String dotted = count.name().toLowerCase(Locale.ROOT).replace('_', '.');
        return count == ConsumerCount.STALE_MEMBERS ? PREFIX + dotted : ENTRIES + dotted;
    }

    private static Tags tags(GortStreamsConsumer consumer) {
        return Tags.of("stream", consumer.getEndpoint().getStream())
                .and("group", orNone(consumer.getGroup()))
                .and("route", orNone(consumer.getRouteId()));
    }

    private static String orNone(@Nullable String text) {
        return text == null ? "none" : text;
    }

    static @Nullable MeterRegistry registry(Registry beans) {
        MeterRegistry camels = beans.lookupByNameAndType(CAMELS_NAME, MeterRegistry.class);
        if (camels != null) {
            return camels;
        }
        Set<MeterRegistry> all = beans.findByType(MeterRegistry.class);
        return all.size() == 1 ? all.iterator().next() : null;
    }
}
