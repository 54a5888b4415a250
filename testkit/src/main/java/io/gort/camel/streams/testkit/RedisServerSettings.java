package io.gort.camel.streams.testkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an own server is to be like. Everything goes into its configuration file, so that no password shows in the list
 * of processes.
 */
public final class RedisServerSettings {

    private final Map<String, List<String>> directives = new LinkedHashMap<>();
    private final List<String> furtherLines = new ArrayList<>();
    private boolean asSentinel;
    private @Nullable Path executable;
    private @Nullable String password;
    private int port;

    RedisServerSettings() {
        set("bind", "127.0.0.1");
        set("save", "");
        set("appendonly", "no");
        set("daemonize", "no");
    }

    /** The port to listen on; without it, or with 0, a free one is taken and kept over restarts. */
    public RedisServerSettings port(int newPort) {
        port = newPort;
        return this;
    }

    /** The password of the default user. */
    public RedisServerSettings password(String newPassword) {
        password = newPassword;
        return set("requirepass", newPassword);
    }

    /** A further user, with ACL rules such as {@code ~liquidations:*} and {@code +@all}. */
    public RedisServerSettings user(String name, String userPassword, String... rules) {
        furtherLines.add(Stream.concat(Stream.of(name, "on", ">" + userPassword), Arrays.stream(rules))
                .map(RedisServerSettings::quoted)
                .collect(Collectors.joining(" ", "user ", "")));
        return this;
    }

    /** Keeps every write over a restart, and over a kill too. */
    public RedisServerSettings persistent() {
        return set("appendonly", "yes").set("appendfsync", "always");
    }

    /** The most memory it uses, e.g. {@code 4mb}; writes beyond it are refused with OOM. */
    public RedisServerSettings maxMemory(String bytes) {
        return set("maxmemory", bytes).set("maxmemory-policy", "noeviction");
    }

    /** Speaks TLS with this certificate on a further port, and asks clients for none of their own. */
    public RedisServerSettings tls(int tlsPort, TestCertificate certificate) {
        return set("tls-port", Integer.toString(tlsPort))
                .set("tls-cert-file", certificate.certificate().toString())
                .set("tls-key-file", certificate.key().toString())
                .set("tls-ca-cert-file", certificate.certificate().toString())
                .set("tls-auth-clients", "no");
    }

    /** Copies another server, and is ready to take its place. */
    public RedisServerSettings replicaOf(RedisServerProcess master) {
        return set("replicaof", "127.0.0.1", Integer.toString(master.port())).set("repl-diskless-sync-delay", "0");
    }

    /** A node of a cluster, which another server must introduce to the others. */
    public RedisServerSettings clusterNode(Duration nodeTimeout) {
        return set("cluster-enabled", "yes")
                .set("cluster-node-timeout", Long.toString(nodeTimeout.toMillis()))
                .set("repl-diskless-sync-delay", "0");
    }

    /**
     * No server of data but a sentinel that watches a master.
     *
     * @param masterName what it calls the master
     * @param quorum     how many sentinels must agree that the master is gone
     * @param downAfter  how long the master must be silent for that
     */
    public RedisServerSettings sentinelOf(
            RedisServerProcess master, String masterName, int quorum, Duration downAfter) {
        asSentinel = true;
        furtherLines.add("sentinel monitor " + masterName + " 127.0.0.1 " + master.port() + " " + quorum);
        furtherLines.add("sentinel down-after-milliseconds " + masterName + " " + downAfter.toMillis());
        furtherLines.add("sentinel failover-timeout " + masterName + " 10000");
        return this;
    }

    /** Any directive of redis.conf. */
    public RedisServerSettings set(String directive, String... values) {
        directives.put(directive, List.of(values));
        return this;
    }

    /** The {@code redis-server} to run instead of the one that is found. */
    public RedisServerSettings executable(Path file) {
        executable = file;
        return this;
    }

    /**
     * Starts a server with these settings, and returns once it answers.
     *
     * @throws IllegalStateException if there is no {@code redis-server}, or it does not come up
     */
    public RedisServerProcess start() {
        return RedisServerProcess.start(this);
    }

    /** What stands behind the configuration file on the command line. */
    List<String> arguments() {
        return asSentinel ? List.of("--sentinel") : List.of();
    }

    int port() {
        return port;
    }

    @Nullable
    String password() {
        return password;
    }

    Path executable() {
        if (executable != null) {
            return executable;
        }
        return RedisExecutable.find()
                .orElseThrow(() -> new IllegalStateException(
                        "redis-server: none found (expected: one on the PATH, or an embedded one for this system)"));
    }

    List<String> toConfigurationFile(int listenOn, Path folder) {
        List<String> lines = new ArrayList<>();
        lines.add("port " + listenOn);
        lines.add("dir " + quoted(folder.toString()));
        lines.add("logfile " + quoted(folder.resolve("redis.log").toString()));
        directives.forEach((name, values) -> lines.add(
                name + " " + values.stream().map(RedisServerSettings::quoted).collect(Collectors.joining(" "))));
        lines.addAll(furtherLines);
        return lines;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
