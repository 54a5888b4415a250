package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.ConnectionSettings;
import io.gort.camel.streams.entry.ServerAddress;
import io.gort.camel.streams.entry.Servers;
import java.lang.reflect.InvocationTargetException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.Pool;

/** Makes clients that reach Redis through Jedis. */
public final class JedisStreamClients {

    private JedisStreamClients() {}

    /**
     * Uses the connections of a Jedis client that is there already. Its pools serve the commands; readers get
     * connections made like the pools'. The client stays open when ours is closed.
     *
     * @param jedis a client with a connection pool to one server, such as {@link RedisClient}, or a
     *     {@link RedisClusterClient}. The latter should refresh its topology from time to time, or nodes that
     *     join the cluster later are not reached. One that asks sentinels keeps its pool to itself:
     *     {@link #connect} does the same
     * @throws IllegalArgumentException if it has no such pool
     */
    public static StreamClient of(UnifiedJedis jedis) {
        if (jedis instanceof RedisClusterClient cluster) {
            return new JedisStreamClient(new ClusterAccess(nodesOf(cluster)), Clock.systemUTC());
        }
        ConnectionSource connections =
                ConnectionSource.borrowed(poolOf(jedis), jedis.getClass().getSimpleName());
        return new JedisStreamClient(new OneServer(connections), Clock.systemUTC());
    }

    /** Opens connections of its own, none before it is first asked something. */
    public static StreamClient connect(ConnectionSettings settings) {
        return new JedisStreamClient(access(settings), Clock.systemUTC());
    }

    private static ServerAccess access(ConnectionSettings settings) {
        Servers servers = settings.servers();
        String where = settings.toString();
        if (servers instanceof Servers.Cluster cluster) {
            return new ClusterAccess(new ClusterNodes(
                    cluster.nodes(),
                    node -> new OneServer(ConnectionSource.to(() -> node, 0, settings, "cluster node " + node))));
        }
        if (servers instanceof Servers.Sentinel sentinel) {
            Sentinels sentinels = new Sentinels(sentinel, settings);
            return new OneServer(ConnectionSource.to(sentinels::master, sentinel.database(), settings, where));
        }
        Servers.Standalone one = (Servers.Standalone) servers;
        return new OneServer(ConnectionSource.to(one::address, one.database(), settings, where));
    }

    private static ClusterNodes nodesOf(RedisClusterClient cluster) {
        List<ServerAddress> known = cluster.getClusterNodes().keySet().stream()
                .map(HostAndPort::from)
                .map(node -> new ServerAddress(node.getHost(), node.getPort()))
                .toList();
        return new ClusterNodes(known, node -> new OneServer(borrowed(cluster, node)));
    }

    private static ConnectionSource borrowed(RedisClusterClient cluster, ServerAddress node) {
        Pool<Connection> pool = cluster.getClusterNodes().get(node.host() + ":" + node.port());
        if (pool == null) {
            throw new NoConnectionException("the given RedisClusterClient has no connections to " + node, null);
        }
        return ConnectionSource.borrowed(pool, "RedisClusterClient, node " + node);
    }

    private static Pool<Connection> poolOf(UnifiedJedis jedis) {
        if (jedis instanceof RedisClient client) {
            return client.getPool();
        }
        // JedisPooled has the method too, but no longer exists in Jedis 8
        if (poolByName(jedis) instanceof Pool<?> pool) {
            @SuppressWarnings("unchecked")
            Pool<Connection> connections = (Pool<Connection>) pool;
            return connections;
        }
        throw new IllegalArgumentException(
                "client: " + jedis.getClass().getName()
                        + " (expected: redis.clients.jedis.RedisClient or another one with a public getPool(), or RedisClusterClient)");
    }

    private static @Nullable Object poolByName(UnifiedJedis jedis) {
        try {
            return jedis.getClass().getMethod("getPool").invoke(jedis);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return null;
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("client: " + jedis.getClass().getName() + " gives no pool", e);
        }
    }
}
