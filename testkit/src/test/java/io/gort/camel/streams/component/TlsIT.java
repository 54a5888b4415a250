package io.gort.camel.streams.component;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.GortStreamsComponent;
import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestCertificate;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.Protocol.Command;

/** Connections secured by TLS, and what is told when they cannot be. */
class TlsIT {

    /** With the time that a busy machine takes to start the context. */
    private static final Duration CONNECT_TIMEOUT_AND_MORE = Duration.ofSeconds(6);

    private static final int TLS_PORT = RedisServerProcess.freePort();
    private static final TestCertificate CERTIFICATE = TestCertificate.create();
    private static RedisServerProcess server;

    @BeforeAll
    static void start() {
        server = RedisServerProcess.settings()
                .set("bind", "127.0.0.1", "127.0.0.2")
                .tls(TLS_PORT, CERTIFICATE)
                .start();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1", "localhost"})
    void publishesAndConsumes(String host) throws Exception {
        try (CamelContext context = context(host, TLS_PORT)) {
            context.getRegistry().bind("trusting", trusting(CERTIFICATE));

            roundTrip(context, "?sslContextParameters=#trusting");
        }
    }

    @Test
    void takesTheParametersOfTheContextIfToldTo() throws Exception {
        try (CamelContext context = context("localhost", TLS_PORT)) {
            context.setSSLContextParameters(trusting(CERTIFICATE));
            context.getComponent("gort-streams", GortStreamsComponent.class).setUseGlobalSslContextParameters(true);

            roundTrip(context, "");
        }
    }

    @Test
    void sharesTheConnectionsOfEndpointsWithTheSameParameters() throws Exception {
        try (CamelContext context = context("localhost", TLS_PORT)) {
            context.getRegistry().bind("trusting", trusting(CERTIFICATE));
            String options = "?sslContextParameters=#trusting&clientName=tls-sharing";
            context.start();
            for (String stream : new String[] {"one", "two", "three"}) {
                context.createProducerTemplate().sendBody("gort-streams:" + stream + options, Map.of("a", "1"));
            }

            byte[] clients = (byte[]) server.redis().client().sendCommand(Command.CLIENT, "LIST");
            assertThat(new String(clients, UTF_8)).containsOnlyOnce("name=tls-sharing ");
        }
    }

    @Test
    void tellsThatTheServerIsNotTrusted() throws Exception {
        cannotStart("127.0.0.1", TLS_PORT, "?ssl=true", "sslContextParameters: expected to trust the server");
    }

    @Test
    void tellsThatTheCertificateIsForAnotherHost() throws Exception {
        cannotStart(
                "127.0.0.2",
                TLS_PORT,
                "?sslContextParameters=#trusting",
                "host: expected as in the server's certificate, or hostnameVerification=false");
    }

    @Test
    void acceptsAnotherHostIfToldTo() throws Exception {
        try (CamelContext context = context("127.0.0.2", TLS_PORT)) {
            context.getRegistry().bind("trusting", trusting(CERTIFICATE));

            roundTrip(context, "?sslContextParameters=#trusting&hostnameVerification=false");
        }
    }

    @Test
    void tellsThatThePortIsAPlainOne() throws Exception {
        cannotStart("127.0.0.1", server.port(), "?sslContextParameters=#trusting", "ssl: expected false");
    }

    @Test
    void tellsThatThePortSpeaksTls() throws Exception {
        cannotStart("127.0.0.1", TLS_PORT, "", "(ssl: false, expected: true if the server speaks TLS)");
    }

    @Test
    void tellsThatTheStoreCannotBeRead() throws Exception {
        try (CamelContext context = context("127.0.0.1", TLS_PORT)) {
            SSLContextParameters parameters = trusting(CERTIFICATE);
            parameters.getTrustManagers().getKeyStore().setPassword("gu3ss");
            context.getRegistry().bind("unreadable", parameters);
            context.start();

            assertThatThrownBy(() -> context.createProducerTemplate()
                            .sendBody("gort-streams:s?sslContextParameters=#unreadable", Map.of("a", "1")))
                    .hasStackTraceContaining("sslContextParameters: ")
                    .hasStackTraceContaining("(expected: key and trust stores that can be read)")
                    .satisfies(failure -> assertThat(failure.toString()).doesNotContain("gu3ss"));
        }
    }

    private static void cannotStart(String host, int port, String options, String told) throws Exception {
        try (CamelContext context = context(host, port)) {
            context.getRegistry().bind("trusting", trusting(CERTIFICATE));
            context.addRoutes(TestContexts.routes(
                    routes -> routes.from("gort-streams:s" + options).to("log:never")));
            long begin = System.nanoTime();

            assertThatThrownBy(context::start).hasStackTraceContaining(told);

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(CONNECT_TIMEOUT_AND_MORE);
        }
    }

    private static void roundTrip(CamelContext context, String options) throws Exception {
        context.addRoutes(TestContexts.routes(
                routes -> routes.from("gort-streams:s" + options).to("mock:handled")));
        MockEndpoint handled = context.getEndpoint("mock:handled", MockEndpoint.class);
        handled.expectedMessageCount(1);
        context.start();

        context.createProducerTemplate().sendBody("gort-streams:s" + options, Map.of("a", "1"));

        handled.assertIsSatisfied();
    }

    private static CamelContext context(String host, int port) {
        return TestContexts.to(RedisUnderTest.at(host, port));
    }

    private static SSLContextParameters trusting(TestCertificate certificate) {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource("file:" + certificate.trustStore());
        store.setType("JKS");
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(trust);
        return parameters;
    }
}
