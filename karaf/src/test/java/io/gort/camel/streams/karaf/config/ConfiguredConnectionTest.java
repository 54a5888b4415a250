package io.gort.camel.streams.karaf.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.GortStreamsConfiguration;
import java.time.Duration;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.osgi.service.cm.ConfigurationException;

class ConfiguredConnectionTest {

    private final ConfiguredConnection connection = new ConfiguredConnection(Duration.ofMillis(1));
    private final GortStreamsConfiguration options = new GortStreamsConfiguration();

    @Test
    void whatIsConfiguredIsSet() throws Exception {
        update(Map.of("host", "redis.example", "port", "6380", "password", "s3cret", "commandTimeout", "3s"));

        connection.applyTo(options);

        assertThat(options.getHost()).isEqualTo("redis.example");
        assertThat(options.getPort()).isEqualTo(6380);
        assertThat(options.getPassword()).isEqualTo("s3cret");
        assertThat(options.getCommandTimeout()).isEqualTo(Duration.ofSeconds(3));
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
