package io.gort.camel.streams.routes.cascade;

import io.gort.camel.streams.ConnectionConfiguration;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.BaseConfig;
import org.redisson.config.BaseMasterSlaveServersConfig;
import org.redisson.config.Config;
import org.redisson.config.SentinelServersConfig;
import org.redisson.config.SingleServerConfig;

/** Opens clients of Redisson by the component's options for the connection. They are small: cascades are rare. */
final class RedissonClients {

    private static final int THREADS = 2;
    private static final int CONNECTIONS = 4;

    /** How long the lock of a member that died holds up the others; a living one renews it. */
    private static final Duration LOCK = Duration.ofSeconds(5);

    private RedissonClients() {}

    /**
     * Opens one.
     *
     * @throws IllegalArgumentException for options that cannot be handed on
     */
    static RedissonClient connect(ConnectionConfiguration options) {
        refuse("sslContextParameters", options.getSslContextParameters());
        refuse("credentialsProvider", options.getCredentialsProvider());
        Config config =
                new Config().setThreads(THREADS).setNettyThreads(THREADS).setLockWatchdogTimeout(LOCK.toMillis());
        BaseConfig<?> servers = switch (options.getTopology()) {
            case standalone -> single(config, options);
            case sentinel -> small(sentinels(config, options));
            case cluster -> small(config.useClusterServers().addNodeAddress(addresses(options)));
        };
        servers.setUsername(options.getUsername());
        servers.setPassword(options.getPassword());
        servers.setClientName(options.getClientName());
        servers.setConnectTimeout(millis(options.getConnectTimeout()));
        servers.setTimeout(millis(options.getCommandTimeout()));
        return Redisson.create(config);
    }

    private static SingleServerConfig single(Config config, ConnectionConfiguration options) {
        return config.useSingleServer()
                .setAddress(scheme(options) + options.getHost() + ":" + options.getPort())
                .setDatabase(options.getDatabase())
                .setConnectionPoolSize(CONNECTIONS)
                .setConnectionMinimumIdleSize(1)
                .setSubscriptionConnectionMinimumIdleSize(1);
    }

    private static SentinelServersConfig sentinels(Config config, ConnectionConfiguration options) {
        return config.useSentinelServers()
                .setMasterName(options.getMasterName())
                .setDatabase(options.getDatabase())
                .setSentinelUsername(options.getSentinelUsername())
                .setSentinelPassword(options.getSentinelPassword())
                .addSentinelAddress(addresses(options));
    }

    private static BaseConfig<?> small(BaseMasterSlaveServersConfig<?> servers) {
        servers.setMasterConnectionPoolSize(CONNECTIONS);
        servers.setMasterConnectionMinimumIdleSize(1);
        servers.setSlaveConnectionMinimumIdleSize(1);
        return servers;
    }

    private static String[] addresses(ConnectionConfiguration options) {
        String nodes = options.getNodes();
        if (nodes == null) {
            return new String[] {scheme(options) + options.getHost() + ":" + options.getPort()};
        }
        return Arrays.stream(nodes.split(","))
                .map(node -> scheme(options) + node.trim())
                .toArray(String[]::new);
    }

    private static String scheme(ConnectionConfiguration options) {
        return options.isSsl() ? "rediss://" : "redis://";
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }

    private static void refuse(String option, @Nullable Object value) {
        if (value != null) {
            throw new IllegalArgumentException(
                    option + ": set (expected: not with gort-alert-cascade, whose Redisson cannot use it)");
        }
    }
}
