package io.gort.camel.streams;

import io.gort.camel.streams.entry.PoolUse;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.apache.camel.CamelContext;

/** Shows in Micrometer how busy the connections to one server are, or to the nodes of one cluster together. */
final class MicrometerPools implements Meters {

    private static final String PREFIX = "gort.streams.connections.";

    private final MeterRegistry registry;
    private final String server;
    private final Supplier<List<PoolUse>> pools;
    private final List<Meter> meters = new ArrayList<>();

    private MicrometerPools(MeterRegistry registry, String server, Supplier<List<PoolUse>> pools) {
        this.registry = registry;
        this.server = server;
        this.pools = pools;
    }

    static Meters of(CamelContext context, String server, Supplier<List<PoolUse>> pools) {
        MeterRegistry registry = MicrometerMeters.registry(context.getRegistry());
        if (registry == null) {
            return () -> {};
        }
        MicrometerPools meters = new MicrometerPools(registry, server, pools);
        meters.show("active", "Connections in use", PoolUse::active);
        meters.show("idle", "Connections that are open and wait for a command", PoolUse::idle);
        meters.show("waiting", "Commands that wait for a connection", PoolUse::waiting);
        return meters;
    }

    @Override
    public void close() {
        meters.forEach(registry::remove);
    }

    private void show(String name, String description, ToIntFunction<PoolUse> number) {
        meters.add(Gauge.builder(
                        PREFIX + name,
                        () -> pools.get().stream().mapToInt(number).sum())
                .description(description)
                .tag("server", server)
                .strongReference(true)
                .register(registry));
    }
}
