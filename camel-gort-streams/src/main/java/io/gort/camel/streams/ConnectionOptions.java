package io.gort.camel.streams;

import io.gort.camel.streams.entry.ConnectionSettings;
import io.gort.camel.streams.entry.Credentials;
import io.gort.camel.streams.entry.CredentialsProvider;
import io.gort.camel.streams.entry.ServerAddress;
import io.gort.camel.streams.entry.Servers;
import io.gort.camel.streams.entry.Tls;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the options that say how to reach Redis, and refuses those that contradict each other. */
final class ConnectionOptions {

    private static final GortStreamsConfiguration DEFAULTS = new GortStreamsConfiguration();

    /** The options that say where a server is, who logs in there, and whether by TLS. */
    private static final Set<String> WAYS = Set.of(
            "host",
            "port",
            "nodes",
            "topology",
            "masterName",
            "database",
            "username",
            "password",
            "credentialsProvider",
            "sentinelUsername",
            "sentinelPassword",
            "ssl",
            "sslContextParameters",
            "hostnameVerification");

    private ConnectionOptions() {}

    /** @throws IllegalArgumentException naming the option, its value and what was expected */
    static void check(GortStreamsConfiguration options) {
        ConnectionSettings unused = settings(options, null);
    }

    /**
     * The settings of connections.
     *
     * @param tls how they are secured; null for plain ones
     * @throws IllegalArgumentException naming the option, its value and what was expected
     */
    static ConnectionSettings settings(GortStreamsConfiguration options, @Nullable Tls tls) {
        return new ConnectionSettings(
                servers(options),
                login(options),
                tls,
                options.getConnectTimeout(),
                options.getCommandTimeout(),
                options.getPoolSize(),
                options.getClientName());
    }

    /**
     * Makes what a URI says win over a client and a credentials provider that are not from there.
     *
     * @param options    what the endpoint begins with
     * @param parameters what the URI says
     * @return whether it says where the server is, or who logs in
     * @throws IllegalArgumentException if it gives a client, and says also where another one would lead
     */
    static boolean preferUri(GortStreamsConfiguration options, Map<String, Object> parameters) {
        if (parameters.containsKey("username") || parameters.containsKey("password")) {
            options.setCredentialsProvider(null);
        }
        Set<String> ways = new TreeSet<>(parameters.keySet());
        ways.retainAll(WAYS);
        if (ways.isEmpty()) {
            return false;
        }
        if (parameters.containsKey("client")) {
            throw new IllegalArgumentException(
                    "client: " + parameters.get("client") + " (expected: without " + String.join(", ", ways) + ")");
        }
        options.setClient(null);
        return true;
    }

    /** Where the servers are, for people: {@code localhost:6379}, or the list of nodes. */
    static String where(GortStreamsConfiguration options) {
        if (options.getClient() != null) {
            return "the server of the given client";
        }
        String nodes = options.getNodes();
        return nodes == null ? options.getHost() + ":" + options.getPort() : nodes;
    }

    private static Servers servers(GortStreamsConfiguration options) {
        if (options.getTopology() != Topology.sentinel) {
            onlyForSentinels("masterName", options.getMasterName());
            onlyForSentinels("sentinelUsername", hidden(options.getSentinelUsername()));
            onlyForSentinels("sentinelPassword", hidden(options.getSentinelPassword()));
        }
        List<ServerAddress> nodes = nodes(options);
        return switch (options.getTopology()) {
            case standalone -> new Servers.Standalone(onlyOne(nodes, options), options.getDatabase());
            case sentinel ->
                new Servers.Sentinel(
                        given(nodes, "sentinels"),
                        masterName(options),
                        options.getDatabase(),
                        new Credentials(options.getSentinelUsername(), options.getSentinelPassword()));
            case cluster -> cluster(given(nodes, "nodes of the cluster"), options.getDatabase());
        };
    }

    private static List<ServerAddress> nodes(GortStreamsConfiguration options) {
        String nodes = options.getNodes();
        if (nodes == null) {
            return List.of();
        }
        List<ServerAddress> addresses = ServerAddress.parseAll(nodes);
        if (!options.getHost().equals(DEFAULTS.getHost()) || options.getPort() != DEFAULTS.getPort()) {
            throw new IllegalArgumentException("nodes: " + nodes + ", host: " + options.getHost() + ", port: "
                    + options.getPort() + " (expected: either nodes or host and port)");
        }
        return addresses;
    }

    private static ServerAddress onlyOne(List<ServerAddress> nodes, GortStreamsConfiguration options) {
        if (nodes.isEmpty()) {
            return new ServerAddress(options.getHost(), options.getPort());
        }
        if (nodes.size() > 1) {
            throw new IllegalArgumentException(
                    "nodes: " + options.getNodes() + " (expected: one host:port, or topology sentinel or cluster)");
        }
        return nodes.get(0);
    }

    private static List<ServerAddress> given(List<ServerAddress> nodes, String what) {
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("nodes: none (expected: host:port of some " + what + ")");
        }
        return nodes;
    }

    private static String masterName(GortStreamsConfiguration options) {
        String name = options.getMasterName();
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("masterName: " + (name == null ? "none" : "'" + name + "'")
                    + " (expected: as the sentinels call it)");
        }
        return name;
    }

    private static Servers cluster(List<ServerAddress> nodes, int database) {
        if (database != 0) {
            throw new IllegalArgumentException("database: " + database + " (expected: 0, a cluster has no other)");
        }
        return new Servers.Cluster(nodes);
    }

    private static void onlyForSentinels(String option, @Nullable String value) {
        if (value != null) {
            throw new IllegalArgumentException(option + ": " + value + " (expected: only with topology=sentinel)");
        }
    }

    private static @Nullable String hidden(@Nullable String secret) {
        return secret == null ? null : "xxxxxx";
    }

    private static CredentialsProvider login(GortStreamsConfiguration options) {
        CredentialsProvider provider = options.getCredentialsProvider();
        Credentials fixed = new Credentials(options.getUsername(), options.getPassword());
        if (provider == null) {
            return fixed;
        }
        if (!fixed.equals(Credentials.NONE)) {
            throw new IllegalArgumentException(
                    "credentialsProvider: given (expected: without username and password, which it tells)");
        }
        return provider;
    }
}
