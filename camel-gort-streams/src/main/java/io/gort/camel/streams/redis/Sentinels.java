package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.ConnectionSettings;
import io.gort.camel.streams.entry.ServerAddress;
import io.gort.camel.streams.entry.Servers;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol.Command;

/**
 * Asks the sentinels where the master is. They are asked for each new connection, over one that is closed again: that
 * is seldom, and whoever was cut off by a failover hears of the new master at once.
 */
final class Sentinels {

    private final Servers.Sentinel servers;
    private final ConnectionSettings settings;

    /**
     * @param settings timeouts and TLS, which are those of the servers
     */
    Sentinels(Servers.Sentinel servers, ConnectionSettings settings) {
        this.servers = servers;
        this.settings = settings;
    }

    /**
     * Where the master is, by the first sentinel that knows.
     *
     * @throws ConnectionLostException if none knows, naming each sentinel with what it said
     * @throws AuthenticationFailedException if all sentinels refuse who we are
     */
    ServerAddress master() {
        Troubles troubles = new Troubles();
        for (ServerAddress sentinel : servers.sentinels()) {
            try {
                Optional<ServerAddress> master = ask(sentinel);
                if (master.isPresent()) {
                    return master.get();
                }
                troubles.add(new ServerNotReadyException(
                        "sentinel " + sentinel + " knows no master " + servers.masterName()
                                + " (masterName: expected as the sentinels call it)",
                        null));
            } catch (AuthenticationFailedException e) {
                troubles.add(new AuthenticationFailedException(
                        e.getMessage() + " (for sentinels: sentinelUsername and sentinelPassword)", e));
            } catch (RedisStreamException e) {
                troubles.add(e);
            }
        }
        throw troubles.together();
    }

    private Optional<ServerAddress> ask(ServerAddress sentinel) {
        RedisCommand ask = RedisCommand.named(Command.SENTINEL, "SENTINEL", "get-master-addr-by-name")
                .text("get-master-addr-by-name")
                .text(servers.masterName());
        try (ConnectionSource source = ConnectionSource.to(() -> sentinel, 0, ofSentinels(), "sentinel " + sentinel)) {
            return new OneServer(source).call(ask, Sentinels::address);
        }
    }

    private ConnectionSettings ofSentinels() {
        return new ConnectionSettings(
                servers,
                servers.login(),
                settings.tls(),
                settings.connectTimeout(),
                settings.commandTimeout(),
                1,
                null);
    }

    private static Optional<ServerAddress> address(@Nullable Object reply) {
        List<?> parts = Replies.list(reply);
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ServerAddress(Replies.text(parts.get(0)), Integer.parseInt(Replies.text(parts.get(1)))));
    }
}
