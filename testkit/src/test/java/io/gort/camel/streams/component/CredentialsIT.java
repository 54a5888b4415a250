package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.Credentials;
import io.gort.camel.streams.entry.CredentialsProvider;
import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.testkit.RedisUnderTest;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;

/** Credentials that come from a provider, and change while a context runs. */
class CredentialsIT {

    private static final String OPTIONS = "?credentialsProvider=#vault&group=g";

    @Test
    void goesOnAfterAChangeOfPasswordWithoutARestart() throws Exception {
        AtomicReference<Credentials> current = new AtomicReference<>(new Credentials("app", "first"));
        try (RedisServerProcess server = server("first");
                CamelContext context = context(server, current::get)) {
            context.addRoutes(TestContexts.routes(
                    routes -> routes.from("gort-streams:s" + OPTIONS).to("mock:handled")));
            MockEndpoint handled = context.getEndpoint("mock:handled", MockEndpoint.class);
            context.start();
            ProducerTemplate producer = context.createProducerTemplate();
            producer.sendBody("gort-streams:s" + OPTIONS, Map.of("n", "1"));
            Eventually.holds("the first entry", () -> handled.getReceivedCounter() == 1);

            server.redis().client().sendCommand(Command.ACL, "SETUSER", "app", "resetpass", ">second");
            current.set(new Credentials("app", "second"));
            server.redis().client().sendCommand(Command.CLIENT, "KILL", "USER", "app");

            Eventually.holds("a second entry", () -> {
                producer.sendBody("gort-streams:s" + OPTIONS, Map.of("n", "2"));
                return true;
            });
            Eventually.holds("the second entry", () -> handled.getReceivedCounter() == 2);
        }
    }

    @Test
    void asksAgainWhenTheServerRefuses() throws Exception {
        Iterator<String> passwords = List.of("stale", "first").iterator();
        try (RedisServerProcess server = server("first");
                CamelContext context = context(server, () -> new Credentials("app", passwords.next()))) {
            context.start();

            context.createProducerTemplate().sendBody("gort-streams:s" + OPTIONS, Map.of("n", "1"));

            assertThat(server.redis().client().xlen("s")).isEqualTo(1);
        }
    }

    @Test
    void takesTheProviderOfTheRegistry() throws Exception {
        try (RedisServerProcess server = server("first");
                CamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind("vault", new Credentials("app", "first"));
            context.start();

            context.createProducerTemplate()
                    .sendBody("gort-streams:s?port=" + server.port() + "&host=127.0.0.1", Map.of("n", "1"));

            assertThat(server.redis().client().xlen("s")).isEqualTo(1);
        }
    }

    @Test
    void tellsWhatTheProviderFailedWithButNotItsMessage() throws Exception {
        try (RedisServerProcess server = server("first");
                CamelContext context = context(server, () -> {
                    throw new IllegalStateException("no S3CR3T today");
                })) {
            context.addRoutes(TestContexts.routes(
                    routes -> routes.from("gort-streams:s" + OPTIONS).to("log:never")));

            assertThatThrownBy(context::start)
                    .hasStackTraceContaining(
                            "credentialsProvider: java.lang.IllegalStateException (expected: credentials)")
                    .satisfies(failure -> assertThat(SecretsIT.trace(failure)).doesNotContain("S3CR3T"));
        }
    }

    @Test
    void tellsARefusalWithoutTheSecret() throws Exception {
        try (RedisServerProcess server = server("first");
                CamelContext context = context(server, () -> new Credentials("app", "gu3ss"))) {
            context.addRoutes(TestContexts.routes(
                    routes -> routes.from("gort-streams:s" + OPTIONS).to("log:never")));

            assertThatThrownBy(context::start)
                    .hasStackTraceContaining("WRONGPASS")
                    .satisfies(failure -> assertThat(SecretsIT.trace(failure)).doesNotContain("gu3ss"));
        }
    }

    private static RedisServerProcess server(String password) {
        return RedisServerProcess.settings()
                .user("app", password, "~*", "+@all")
                .set("protected-mode", "no")
                .start();
    }

    private static CamelContext context(RedisServerProcess server, CredentialsProvider provider) {
        CamelContext context = TestContexts.to(RedisUnderTest.at("127.0.0.1", server.port()));
        context.getRegistry().bind("vault", provider);
        return context;
    }
}
