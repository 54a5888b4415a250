package io.gort.camel.streams.routes.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.ConnectionDefaults;
import io.gort.camel.streams.GortStreamsComponent;
import io.gort.camel.streams.Topology;
import io.gort.camel.streams.entry.Credentials;
import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.testkit.ClusterServers;
import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.testkit.SentinelServers;
import io.gort.camel.streams.testkit.TestCertificate;
import io.gort.camel.streams.trade.Position;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** It reaches its server as the endpoints do whose URIs do not say how. */
class CascadeRepositoryIT {

    private static final int TLS_PORT = RedisServerProcess.freePort();
    private static final TestCertificate CERTIFICATE = TestCertificate.create();
    private static RedisServerProcess server;

    private final CamelContext context = new DefaultCamelContext();
    private final GortStreamsComponent component = context.getComponent("gort-streams", GortStreamsComponent.class);

    @BeforeAll
    static void startServer() {
        server = RedisServerProcess.settings()
                .set("bind", "127.0.0.1", "127.0.0.2")
                .tls(TLS_PORT, CERTIFICATE)
                .password("for-tests")
                .user("alerts", "old", "~*gort-cascades:*", "~*aggregationLock*", "&redisson_lock__channel:*", "+@all")
                .start();
    }

    @AfterAll
    static void closeServer() {
        server.close();
    }

    @AfterEach
    void stopContext() {
        context.stop();
    }

    @Test
    void takesTheServerAndTheUserOfTheConnectionDefaults() throws Exception {
        defaults(options -> {
            options.setPort(server.port());
            options.setUsername("alerts");
            options.setPassword("old");
        });

        keepsWindows();
    }

    @Test
    void asksTheCredentialsProviderBeforeEachConnection() throws Exception {
        AtomicReference<Credentials> valid = new AtomicReference<>(new Credentials("alerts", "wrong"));
        defaults(options -> {
            options.setPort(server.port());
            options.setCredentialsProvider(valid::get);
        });

        assertThatThrownBy(this::keepsWindows).hasStackTraceContaining("WRONGPASS");

        valid.set(new Credentials("alerts", "old"));
        keepsWindows();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void securesItsConnectionsByTheParametersOfTheContext(String host) throws Exception {
        component.setUseGlobalSslContextParameters(true);
        context.setSSLContextParameters(trusting());
        component.getConfiguration().setHost(host);
        component.getConfiguration().setPort(TLS_PORT);
        component.getConfiguration().setPassword("for-tests");

        keepsWindows();
    }

    @Test
    void refusesACertificateForAnotherHost() {
        component.getConfiguration().setHost("127.0.0.2");
        component.getConfiguration().setPort(TLS_PORT);
        component.getConfiguration().setPassword("for-tests");
        component.getConfiguration().setSslContextParameters(trusting());

        assertThatThrownBy(this::keepsWindows).hasStackTraceContaining("No subject alternative names matching");
    }

    @Test
    void acceptsAnotherHostIfToldTo() throws Exception {
        component.getConfiguration().setHost("127.0.0.2");
        component.getConfiguration().setPort(TLS_PORT);
        component.getConfiguration().setPassword("for-tests");
        component.getConfiguration().setSslContextParameters(trusting());
        component.getConfiguration().setHostnameVerification(false);

        keepsWindows();
    }

    @Test
    void refusesAServerThatTheJvmDoesNotTrust() {
        component.getConfiguration().setPort(TLS_PORT);
        component.getConfiguration().setPassword("for-tests");
        component.getConfiguration().setSsl(true);

        assertThatThrownBy(this::keepsWindows).hasStackTraceContaining("unable to find valid certification path");
    }

    @Test
    void takesTheOnlyNode() throws Exception {
        component.getConfiguration().setNodes(server.redis().toString());
        component.getConfiguration().setPassword("for-tests");

        keepsWindows();
    }

    @Test
    void findsTheMasterBySentinels() throws Exception {
        try (SentinelServers servers = SentinelServers.start()) {
            component.getConfiguration().setTopology(Topology.sentinel);
            component.getConfiguration().setNodes(servers.nodes());
            component.getConfiguration().setMasterName(SentinelServers.MASTER_NAME);

            keepsWindows();
        }
    }

    @Test
    void keepsWindowsInACluster() throws Exception {
        try (ClusterServers servers = ClusterServers.start(3, 0)) {
            component.getConfiguration().setTopology(Topology.cluster);
            component.getConfiguration().setNodes(servers.nodes());

            keepsWindows();
        }
    }

    @Test
    void refusesAProviderThatRedissonWouldAskForTheSentinelsToo() {
        component.getConfiguration().setTopology(Topology.sentinel);
        component.getConfiguration().setNodes("127.0.0.1:1");
        component.getConfiguration().setMasterName("main");
        component.getConfiguration().setCredentialsProvider(() -> Credentials.NONE);

        assertThatThrownBy(this::keepsWindows)
                .hasStackTraceContaining("credentialsProvider: given (expected: username and password,");
    }

    @Test
    void refusesAReadyClientWhoseServerItCannotKnow() {
        StreamClient ready = component.takeClient();
        component.getConfiguration().setClient(ready);

        assertThatThrownBy(this::keepsWindows)
                .hasStackTraceContaining("client: given (expected: options that say where the server is)");

        component.giveBackClient(ready);
    }

    private void defaults(ConnectionDefaults defaults) {
        component.setConnectionDefaults(defaults);
    }

    private void keepsWindows() throws Exception {
        CascadeRepository repository = new CascadeRepository();
        repository.setCamelContext(context);
        repository.setName("under-test");
        try {
            repository.start();
            repository.add(context, "one", window("a"));
            repository.add(context, "one", window("b"));

            assertThat(CascadeState.parse(
                                    repository.get(context, "one").getMessage().getBody(String.class))
                            .longMicros())
                    .isEqualTo(10);
            repository.remove(context, "one", repository.get(context, "one"));
        } finally {
            repository.stop();
        }
    }

    private Exchange window(String identity) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage()
                .setBody(CascadeState.of(identity, Position.LONG, 5).toText());
        return exchange;
    }

    private static SSLContextParameters trusting() {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource("file:" + CERTIFICATE.trustStore());
        store.setType("JKS");
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(trust);
        return parameters;
    }
}
