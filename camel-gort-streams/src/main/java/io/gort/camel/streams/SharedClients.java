package io.gort.camel.streams;

import io.gort.camel.streams.entry.ConnectionSettings;
import io.gort.camel.streams.entry.PoolUse;
import io.gort.camel.streams.redis.JedisStreamClients;
import io.gort.camel.streams.redis.StreamClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** One client for all users with the same settings: opened for the first of them, closed after the last. */
final class SharedClients {

    private final Map<ConnectionSettings, Shared> bySettings = new ConcurrentHashMap<>();
    private final Map<String, Meters> metersByServer = new ConcurrentHashMap<>();
    private final Function<String, Meters> openMeters;

    private static final class Shared {
        final StreamClient client;
        int users;

        Shared(StreamClient client) {
            this.client = client;
        }
    }

    /**
     * @param openMeters begins to show how busy the connections to a server are, which is told as settings tell it
     */
    SharedClients(Function<String, Meters> openMeters) {
        this.openMeters = openMeters;
    }

    synchronized StreamClient take(ConnectionSettings settings) {
        Shared shared = bySettings.computeIfAbsent(settings, wanted -> new Shared(JedisStreamClients.connect(wanted)));
        shared.users++;
        metersByServer.computeIfAbsent(settings.toString(), openMeters);
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
        closeMetersOfTheClosed();
    }

    /** How busy the connections of all clients are; does not wait for anybody. */
    List<PoolUse> pools() {
        return bySettings.values().stream()
                .flatMap(shared -> shared.client.pools().stream())
                .toList();
    }

    /** The same of the clients that lead to one server, or to servers that belong together. */
    List<PoolUse> pools(String server) {
        return bySettings.entrySet().stream()
                .filter(each -> each.getKey().toString().equals(server))
                .flatMap(each -> each.getValue().client.pools().stream())
                .toList();
    }

    synchronized void close() {
        bySettings.values().forEach(shared -> shared.client.close());
        bySettings.clear();
        closeMetersOfTheClosed();
    }

    private void closeMetersOfTheClosed() {
        metersByServer.entrySet().removeIf(each -> {
            boolean closed = bySettings.keySet().stream()
                    .noneMatch(open -> open.toString().equals(each.getKey()));
            if (closed) {
                each.getValue().close();
            }
            return closed;
        });
    }
}
