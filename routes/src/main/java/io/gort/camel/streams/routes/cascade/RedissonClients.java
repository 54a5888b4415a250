package io.gort.camel.streams.routes.cascade;

import io.gort.camel.streams.entry.ConnectionSettings;
import io.gort.camel.streams.entry.Credentials;
import io.gort.camel.streams.entry.CredentialsProvider;
import io.gort.camel.streams.entry.ServerAddress;
import io.gort.camel.streams.entry.Servers;
import io.gort.camel.streams.entry.Tls;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.BaseConfig;
import org.redisson.config.BaseMasterSlaveServersConfig;
import org.redisson.config.Config;
import org.redisson.config.SentinelServersConfig;
import org.redisson.config.SingleServerConfig;

/** Opens clients of Redisson by the component's settings for connections. They are small: cascades are rare. */
final class RedissonClients {

    private static final int THREADS = 2;
    private static final int CONNECTIONS = 4;

    /** How long the lock of a member that died holds up the others; a living one renews it. */
    private static final Duration LOCK = Duration.ofSeconds(5);

    private RedissonClients() {}

    /**
     * Opens one.
     *
     * @throws IllegalArgumentException for settings that cannot be handed on
     */
    static RedissonClient connect(ConnectionSettings settings) {
        Config config =
                new Config().setThreads(THREADS).setNettyThreads(THREADS).setLockWatchdogTimeout(LOCK.toMillis());
        Tls tls = settings.tls();
        if (tls != null) {
            config.setNettyHook(new TlsChannels(tls, settings.connectTimeout()));
        }
        BaseConfig<?> servers = servers(config, settings.servers());
        logIn(servers, settings);
        servers.setClientName(settings.clientName());
        servers.setConnectTimeout(millis(settings.connectTimeout()));
        servers.setTimeout(millis(settings.commandTimeout()));
        return Redisson.create(config);
    }

    private static BaseConfig<?> servers(Config config, Servers servers) {
        if (servers instanceof Servers.Standalone standalone) {
            return single(config, standalone);
        }
        if (servers instanceof Servers.Sentinel sentinel) {
            return small(sentinels(config, sentinel));
        }
        Servers.Cluster cluster = (Servers.Cluster) servers;
        return small(config.useClusterServers().addNodeAddress(urls(cluster.nodes())));
    }

    private static SingleServerConfig single(Config config, Servers.Standalone standalone) {
        return config.useSingleServer()
                .setAddress(url(standalone.address()))
                .setDatabase(standalone.database())
                .setConnectionPoolSize(CONNECTIONS)
                .setConnectionMinimumIdleSize(1)
                .setSubscriptionConnectionMinimumIdleSize(1);
    }

    private static SentinelServersConfig sentinels(Config config, Servers.Sentinel sentinel) {
        Credentials login = sentinel.login().credentials();
        return config.useSentinelServers()
                .setMasterName(sentinel.masterName())
                .setDatabase(sentinel.database())
                .setSentinelUsername(login.username())
                .setSentinelPassword(login.password())
                .addSentinelAddress(urls(sentinel.sentinels()));
    }

    private static BaseConfig<?> small(BaseMasterSlaveServersConfig<?> servers) {
        servers.setMasterConnectionPoolSize(CONNECTIONS);
        servers.setMasterConnectionMinimumIdleSize(1);
        servers.setSlaveConnectionMinimumIdleSize(1);
        return servers;
    }

    private static void logIn(BaseConfig<?> servers, ConnectionSettings settings) {
        if (settings.login() instanceof Credentials fixed) {
            servers.setUsername(fixed.username());
            servers.setPassword(fixed.password());
            return;
        }
        if (settings.servers() instanceof Servers.Sentinel) {
            // Redisson would tell the sentinels what is for their servers
            throw new IllegalArgumentException(
                    "credentialsProvider: given (expected: username and password, for gort-alert-cascade and sentinels)");
        }
        // a provider that fails makes the connection fail, not the thread that asks
        servers.setCredentialsResolver(
                server -> CompletableFuture.completedFuture(settings.login()).thenApply(RedissonClients::credentials));
    }

    private static org.redisson.config.Credentials credentials(CredentialsProvider provider) {
        Credentials now = provider.credentials();
        return new org.redisson.config.Credentials(now.username(), now.password());
    }

    private static String[] urls(List<ServerAddress> addresses) {
        return addresses.stream().map(RedissonClients::url).toArray(String[]::new);
    }

    /** Never {@code rediss}, by which Redisson would secure the connection in its own way. */
    private static String url(ServerAddress address) {
        return "redis://" + address;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
