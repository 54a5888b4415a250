package io.gort.camel.streams;

import io.gort.camel.streams.consumer.HandledKeys;
import io.gort.camel.streams.redis.StreamClient;
import java.time.Clock;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;

/** Keys in use, with the connection and the thread that they need. */
final class OpenKeys implements AutoCloseable {

    private final HandledKeys keys;
    private final CamelContext context;
    private final ScheduledExecutorService keeper;
    private final Runnable giveBackClient;

    private OpenKeys(
            StreamClient client, CamelContext context, HandledKeys.Settings settings, Runnable giveBackClient) {
        this.keys = new HandledKeys(client, settings, Clock.systemUTC());
        this.context = context;
        this.keeper = context.getExecutorServiceManager()
                .newSingleThreadScheduledExecutor(this, "gort-streams-keys[" + settings.prefix() + "]");
        this.giveBackClient = giveBackClient;
        long every = Math.max(1, settings.inProgressLifetime().toMillis() / 3);
        Future<?> unused = keeper.scheduleWithFixedDelay(keys::renew, every, every, TimeUnit.MILLISECONDS);
    }

    /** Over the connections of a component. */
    static OpenKeys of(GortStreamsComponent component, HandledKeys.Settings settings) {
        StreamClient client = component.takeClient();
        return new OpenKeys(client, component.getCamelContext(), settings, () -> component.giveBackClient(client));
    }

    /** Over a client that somebody else closes. */
    static OpenKeys of(StreamClient client, CamelContext context, HandledKeys.Settings settings) {
        return new OpenKeys(client, context, settings, () -> {});
    }

    HandledKeys keys() {
        return keys;
    }

    @Override
    public void close() {
        context.getExecutorServiceManager().shutdownNow(keeper);
        keys.close();
        giveBackClient.run();
    }
}
