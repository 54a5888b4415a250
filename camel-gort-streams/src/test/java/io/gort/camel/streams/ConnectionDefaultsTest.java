package io.gort.camel.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.Credentials;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionDefaultsTest {

    private final Credentials told = new Credentials("default", "s3cret");
    private final CamelContext context = new DefaultCamelContext();

    @BeforeEach
    void offerDefaults() {
        ConnectionDefaults defaults = options -> {
            options.setHost("redis.example");
            options.setCredentialsProvider(told);
        };
        context.getRegistry().bind("defaults", defaults);
    }

    @AfterEach
    void stopContext() {
        context.stop();
    }

    @Test
    void holdWhereTheUriSaysNothing() {
        GortStreamsConfiguration options = optionsOf("gort-streams:s");

        assertThat(options.getHost()).isEqualTo("redis.example");
        assertThat(options.getCredentialsProvider()).isSameAs(told);
    }

    @Test
    void giveWayToTheLoginOfTheUri() {
        GortStreamsConfiguration options = optionsOf("gort-streams:s?username=other&password=own");

        assertThat(options.getHost()).isEqualTo("redis.example");
        assertThat(options.getCredentialsProvider()).isNull();
        assertThat(options.getUsername()).isEqualTo("other");
    }

    private GortStreamsConfiguration optionsOf(String uri) {
        return context.getEndpoint(uri, GortStreamsEndpoint.class).getConfiguration();
    }
}
