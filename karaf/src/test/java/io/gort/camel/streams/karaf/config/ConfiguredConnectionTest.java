package io.gort.camel.streams.karaf.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.ConnectionConfiguration;
import io.gort.camel.streams.GortStreamsConfiguration;
import io.gort.camel.streams.Topology;
import io.gort.camel.streams.entry.Credentials;
import io.gort.camel.streams.entry.CredentialsProvider;
import io.gort.camel.streams.redis.StreamClient;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.service.cm.ConfigurationException;

class ConfiguredConnectionTest {

    private static final Set<Class<?>> NO_TEXTS =
            Set.of(CredentialsProvider.class, SSLContextParameters.class, StreamClient.class);

    private final ConfiguredConnection connection = new ConfiguredConnection(Duration.ofMillis(1));
    private final GortStreamsConfiguration options = new GortStreamsConfiguration();

    @Test
    void whatIsConfiguredIsSet() throws Exception {
        update(Map.of("host", "redis.example", "port", "6380", "password", "s3cret", "commandTimeout", "3s"));

        connection.applyTo(options);

        assertThat(options.getHost()).isEqualTo("redis.example");
        assertThat(options.getPort()).isEqualTo(6380);
        assertThat(options.getCommandTimeout()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void everyOptionThatCanBeATextCanBeConfigured() {
        List<String> options = Arrays.stream(ConnectionConfiguration.class.getDeclaredFields())
                .filter(field -> !field.isSynthetic())
                .filter(field -> !NO_TEXTS.contains(field.getType()))
                .map(Field::getName)
                .toList();

        assertThat(ConnectionOption.values())
                .extracting(ConnectionOption::option)
                .containsExactlyInAnyOrderElementsOf(options);
    }

    @Test
    void sentinelsAndTlsAreConfigured() throws Exception {
        update(Map.of(
                "nodes", "one:26379,two:26379",
                "topology", "sentinel",
                "masterName", "main",
                "sentinelUsername", "watcher",
                "sentinelPassword", "s3cret",
                "ssl", "true",
                "hostnameVerification", "false"));

        connection.applyTo(options);

        assertThat(options.getNodes()).isEqualTo("one:26379,two:26379");
        assertThat(options.getTopology()).isEqualTo(Topology.sentinel);
        assertThat(options.getMasterName()).isEqualTo("main");
        assertThat(options.getSentinelUsername()).isEqualTo("watcher");
        assertThat(options.getSentinelPassword()).isEqualTo("s3cret");
        assertThat(options.isSsl()).isTrue();
        assertThat(options.isHostnameVerification()).isFalse();
    }

    @Test
    void aNewPasswordIsToldToEndpointsThatAreThereAlready() throws Exception {
        update(Map.of("username", "heatmaps", "password", "old"));
        connection.applyTo(options);

        update(Map.of("username", "heatmaps", "password", "new"));

        assertThat(options.getCredentialsProvider().credentials()).isEqualTo(new Credentials("heatmaps", "new"));
    }

    @Test
    void allEndpointsAreToldByTheSameSoThatTheyShareConnections() throws Exception {
        update(Map.of("password", "s3cret"));
        GortStreamsConfiguration others = new GortStreamsConfiguration();

        connection.applyTo(options);
        connection.applyTo(others);

        assertThat(others.getCredentialsProvider()).isSameAs(options.getCredentialsProvider());
    }

    @Test
    void theConfiguredPasswordStandsForTheComponentsOwn() throws Exception {
        options.setUsername("someone");
        options.setPassword("else");
        update(Map.of("password", "s3cret"));

        connection.applyTo(options);

        assertThat(options.getUsername()).isNull();
        assertThat(options.getPassword()).isNull();
        assertThat(options.getCredentialsProvider().credentials()).isEqualTo(new Credentials(null, "s3cret"));
    }

    @Test
    void aUserWithoutPasswordIsRefused() {
        assertThatThrownBy(() -> update(Map.of("username", "heatmaps")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("username: given (expected: with a password)");
    }

    @Test
    void aRefusalTellsNoSecret() {
        assertThatThrownBy(() -> update(Map.of("password", "s3cret", "sentinelPassword", "s3cret", "port", "many")))
                .hasMessageContaining("port: many")
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "topology, ring, 'topology: ring (expected: standalone, sentinel or cluster)'",
        "ssl, yes, 'ssl: yes (expected: true or false)'",
        "hostnameVerification, no, 'hostnameVerification: no (expected: true or false)'",
        "poolSize, some, 'poolSize: some (expected: a whole number)'",
    })
    void aValueThatCannotBeMeantIsRefused(String option, String value, String message) {
        assertThatThrownBy(() -> update(Map.of(option, value))).hasMessageContaining(message);
    }

    @Test
    void whatIsEmptyOrOfTheContainerIsLeftAlone() throws Exception {
        update(Map.of("username", " ", "service.pid", "io.gort.camel.streams", "felix.fileinstall.filename", "x.cfg"));

        connection.applyTo(options);

        assertThat(options.getUsername()).isNull();
    }

    @Test
    void aDeletedConfigurationLeavesTheDefaults() throws Exception {
        update(Map.of("host", "redis.example"));
        connection.updated(null);

        connection.applyTo(options);

        assertThat(options.getHost()).isEqualTo("localhost");
    }

    @Test
    void withoutAnyConfigurationServiceTheDefaultsHold() {
        connection.applyTo(options);

        assertThat(options.getPort()).isEqualTo(6379);
    }

    @Test
    void anEndpointWaitsToBeToldTheConfiguration() throws Exception {
        ConfiguredConnection patient = new ConfiguredConnection(Duration.ofSeconds(30));
        CompletableFuture<Void> applied = CompletableFuture.runAsync(() -> patient.applyTo(options));

        patient.updated(new Hashtable<>(Map.of("port", "6380")));

        applied.get(20, TimeUnit.SECONDS);
        assertThat(options.getPort()).isEqualTo(6380);
    }

    @Test
    void anUnknownOptionIsRefusedByName() {
        assertThatThrownBy(() -> update(Map.of("hots", "redis.example")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("hots (expected: one of host, port,");
    }

    @Test
    void aRefusedConfigurationChangesNothing() throws Exception {
        update(Map.of("port", "6380"));

        assertThatThrownBy(() -> update(Map.of("port", "many", "host", "redis.example")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("port: many (expected: a whole number)");

        connection.applyTo(options);
        assertThat(options.getPort()).isEqualTo(6380);
        assertThat(options.getHost()).isEqualTo("localhost");
    }

    @Test
    void aDurationIsWrittenAsInCamel() {
        assertThatThrownBy(() -> update(Map.of("connectTimeout", "soon")))
                .hasMessageContaining("connectTimeout: soon (expected: a duration such as 2s)");
    }

    private void update(Map<String, String> values) throws ConfigurationException {
        connection.updated(new Hashtable<>(values));
    }
}
