package io.gort.camel.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.ConnectionSettings;
import io.gort.camel.streams.entry.Credentials;
import io.gort.camel.streams.entry.CredentialsProvider;
import io.gort.camel.streams.entry.ServerAddress;
import io.gort.camel.streams.entry.Servers;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionOptionsTest {

    private final GortStreamsConfiguration options = new GortStreamsConfiguration();

    static Stream<Arguments> contradictions() {
        return Stream.of(
                wrong(
                        o -> {
                            o.setNodes("a:1");
                            o.setHost("b");
                        },
                        "nodes: a:1, host: b, port: 6379 (expected: either nodes or host and port)"),
                wrong(o -> o.setNodes("a:1,b:2"), "nodes: a:1,b:2 (expected: one host:port, or topology sentinel or"),
                wrong(o -> o.setNodes(""), "nodes: '' (expected: host:port, with commas between)"),
                wrong(o -> o.setNodes("a"), "nodes: 'a' (expected: host:port, with commas between)"),
                wrong(o -> o.setNodes("a:1,,b:2"), "nodes: '' (expected: host:port, with commas between)"),
                wrong(o -> o.setNodes("a:1,b:x"), "nodes: 'b:x' (expected: host:port, with commas between)"),
                wrong(o -> o.setNodes("a:70000"), "nodes: 'a:70000' (expected: host:port, with commas between)"),
                wrong(o -> o.setNodes("::1:6379"), "nodes: '::1:6379' (expected: host:port, with commas between)"),
                wrong(o -> o.setHost("redis://u:S3CR3T@h"), "host: h (expected: a name or an address, not a URL;"),
                wrong(o -> o.setHost("redis://h"), "host: redis://h (expected: a name or an address, not a URL;"),
                wrong(
                        o -> o.setNodes("a:1,redis://u:S3CR3T@h:6379"),
                        "nodes: 'h:6379' (expected: host:port, with commas between; options tell who logs in)"),
                wrong(
                        o -> {
                            o.setNodes("redis://u:S3CR3T@h");
                            o.setHost("b");
                        },
                        "nodes: 'h' (expected: host:port, with commas between; options tell who logs in)"),
                wrong(o -> o.setTopology(Topology.cluster), "nodes: none (expected: host:port of some nodes of the"),
                wrong(o -> o.setTopology(Topology.sentinel), "nodes: none (expected: host:port of some sentinels)"),
                wrong(o -> cluster(o).setDatabase(1), "database: 1 (expected: 0, a cluster has no other)"),
                wrong(o -> cluster(o).setMasterName("m"), "masterName: m (expected: only with topology=sentinel)"),
                wrong(
                        o -> o.setSentinelUsername("u"),
                        "sentinelUsername: xxxxxx (expected: only with topology=sentinel)"),
                wrong(
                        o -> o.setSentinelPassword("S3CR3T"),
                        "sentinelPassword: xxxxxx (expected: only with topology=sentinel)"),
                wrong(o -> sentinel(o).setMasterName(null), "masterName: none (expected: as the sentinels call it)"),
                wrong(o -> sentinel(o).setMasterName(" "), "masterName: ' ' (expected: as the sentinels call it)"),
                wrong(o -> sentinel(o).setSentinelUsername("u"), "username: xxxxxx (expected: with a password)"),
                wrong(
                        o -> {
                            o.setCredentialsProvider(() -> Credentials.NONE);
                            o.setPassword("S3CR3T");
                        },
                        "credentialsProvider: given (expected: without username and password, which it tells)"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void refusesContradictions(Consumer<GortStreamsConfiguration> choice, String message) {
        choice.accept(options);

        assertThatThrownBy(() -> ConnectionOptions.check(options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .satisfies(
                        refusal -> assertThat(Throwables.getStackTrace(refusal)).doesNotContain("S3CR3T"));
    }

    @Test
    void leadsToOneServerByDefault() {
        assertThat(settings().servers())
                .isEqualTo(new Servers.Standalone(new ServerAddress("localhost", 6379), 0))
                .hasToString("localhost:6379/0");
    }

    @Test
    void takesASingleNodeForHostAndPort() {
        options.setNodes("[::1]:7000");

        assertThat(settings().servers()).hasToString("[::1]:7000/0");
        assertThat(ConnectionOptions.where(options)).isEqualTo("[::1]:7000");
    }

    @Test
    void leadsToTheMasterThatSentinelsKnow() {
        sentinel(options).setSentinelPassword("S3CR3T");
        options.setDatabase(3);

        assertThat(settings().servers())
                .isEqualTo(new Servers.Sentinel(
                        List.of(new ServerAddress("a", 1), new ServerAddress("b", 2)),
                        "main",
                        3,
                        new Credentials(null, "S3CR3T")))
                .hasToString("main/3 of the sentinels a:1,b:2");
    }

    @Test
    void leadsToACluster() {
        cluster(options);

        assertThat(settings().servers()).hasToString("the cluster of a:1,b:2");
        assertThat(ConnectionOptions.where(options)).isEqualTo("a:1, b:2");
    }

    @Test
    void logsInAsTheProviderTells() {
        CredentialsProvider provider = () -> new Credentials("u", "p");
        options.setCredentialsProvider(provider);

        assertThat(settings().login()).isSameAs(provider);
    }

    @Test
    void hasTheSameSettingsForTheSameOptions() {
        sentinel(options).setPassword("S3CR3T");
        GortStreamsConfiguration copy = options.copy();

        assertThat(ConnectionOptions.settings(copy, null)).isEqualTo(settings());
    }

    private ConnectionSettings settings() {
        return ConnectionOptions.settings(options, null);
    }

    private static GortStreamsConfiguration sentinel(GortStreamsConfiguration options) {
        options.setNodes("a:1, b:2");
        options.setTopology(Topology.sentinel);
        options.setMasterName("main");
        return options;
    }

    private static GortStreamsConfiguration cluster(GortStreamsConfiguration options) {
        options.setNodes("a:1, b:2");
        options.setTopology(Topology.cluster);
        return options;
    }

    private static Arguments wrong(Consumer<GortStreamsConfiguration> choice, String message) {
        return Arguments.of(choice, message);
    }
}
