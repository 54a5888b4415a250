package io.gort.camel.streams;

import io.gort.camel.streams.entry.ConnectionSettings;
import io.gort.camel.streams.redis.JedisStreamClients;
import io.gort.camel.streams.redis.StreamClient;
import java.util.HashMap;
import java.util.Map;

/** One client for all users with the same settings: opened for the first of them, closed after the last. */
final class SharedClients {

    private final Map<ConnectionSettings, Shared> bySettings = new HashMap<>();

    private static final class Shared {
        final StreamClient client;
        int users;

        Shared(StreamClient client) {
            this.client = client;
        }
    }

    synchronized StreamClient take(ConnectionSettings settings) {
        Shared shared = bySettings.computeIfAbsent(settings, wanted -> new Shared(JedisStreamClients.connect(wanted)));
        shared.users++;
        return shared.client;
    }

    /** Gives a client back; one that was not taken here is left alone. */
    synchronized void giveBack(StreamClient client) {
        bySettings.values().removeIf(shared -> {
            boolean last = shared.client == client && --shared.users == 0;
            if (last) {
                client.close();
            }
            return last;
        });
    }

    synchronized void close() {
        bySettings.values().forEach(shared -> shared.client.close());
        bySettings.clear();
    }
}
