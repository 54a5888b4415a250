package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.GortStreamsEndpoint;
import io.gort.camel.streams.entry.ConnectionSettings;
import io.gort.camel.streams.entry.Credentials;
import io.gort.camel.streams.entry.CredentialsProvider;
import io.gort.camel.streams.redis.JedisStreamClients;
import io.gort.camel.streams.redis.StreamClient;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a client or a credentials provider of the registry is used, and when not. Needs no server. */
class ReadyClientTest {

    private final CamelContext context = new DefaultCamelContext();
    private final StreamClient client = JedisStreamClients.connect(new ConnectionSettings(
            "localhost", 6379, 0, null, null, Duration.ofSeconds(2), Duration.ofSeconds(2), 1, null));

    @BeforeEach
    void bind() {
        context.getRegistry().bind("ours", client);
    }

    @AfterEach
    void close() throws Exception {
        context.close();
        client.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a?commandTimeout=5s&poolSize=2", "a?client=#ours"})
    void isUsedWhereTheUriNamesNoServer(String uri) {
        assertThat(endpoint(uri).getConfiguration().getClient()).isSameAs(client);
    }

    @Test
    void doesNotTellWhereItLeads() {
        assertThat(endpoint("a").getServiceUrl()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"host=other", "port=7000", "nodes=other:1", "database=3", "password=S3CR3T", "ssl=true"})
    void isNotUsedWhereTheUriNamesAServer(String option) {
        GortStreamsEndpoint endpoint = endpoint("a?" + option);

        assertThat(endpoint.getConfiguration().getClient()).isNull();
        assertThat(endpoint.getServiceUrl()).contains(":");
    }

    @Test
    void leavesTheCredentialsOfTheUriAlone() {
        context.getRegistry().bind("vault", (CredentialsProvider) () -> new Credentials("app", "another"));

        assertThat(endpoint("a?password=S3CR3T").getConfiguration().getCredentialsProvider())
                .isNull();
        assertThat(endpoint("a?host=other").getConfiguration().getCredentialsProvider())
                .isNotNull();
    }

    @Test
    void isRefusedTogetherWithTheWayToAServer() {
        assertThatThrownBy(() -> endpoint("a?client=#ours&password=S3CR3T&host=other"))
                .hasStackTraceContaining("client: #ours (expected: without host, password)")
                .satisfies(refusal -> assertThat(SecretsIT.trace(refusal)).doesNotContain("S3CR3T"));
    }

    private GortStreamsEndpoint endpoint(String uri) {
        return context.getEndpoint("gort-streams:" + uri, GortStreamsEndpoint.class);
    }
}
