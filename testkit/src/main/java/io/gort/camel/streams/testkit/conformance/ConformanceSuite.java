package io.gort.camel.streams.testkit.conformance;

import io.gort.camel.streams.GortStreamsComponent;
import io.gort.camel.streams.GortStreamsConsumer;
import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.testkit.RedisServerSettings;
import io.gort.camel.streams.testkit.RedisUnderTest;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The conformance suite: each numbered case against a real server, through real Camel routes. Extend it, say what kind
 * of server, and run it as an integration test.
 */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(CaseReporting.class)
public abstract class ConformanceSuite
        implements DeliveryCases,
                SharingCases,
                BatchCases,
                FailureCases,
                ReplayCases,
                SettlingCases,
                ProcessCases,
                OutageCases,
                LifeCases,
                PublishingCases,
                TrimmingCases,
                MemberCases,
                AccessCases {

    private static final int SHUTDOWN_SECONDS = 10;

    private final Deque<AutoCloseable> toClose = new ConcurrentLinkedDeque<>();
    private final List<CamelContext> members = new CopyOnWriteArrayList<>();
    private RedisServerProcess server;
    private CaseBooks books;
    private String serverName = "";

    @SuppressWarnings("NullAway.Init") // JUnit calls the methods below first
    protected ConformanceSuite() {}

    /** Settings of the kind of server to run against. */
    @Override
    public abstract RedisServerSettings ownServer();

    @BeforeAll
    void startServer() {
        server = ownServer().start();
        serverName = ServerName.of(server.redis().client().info("server"));
    }

    @AfterAll
    void endServer() {
        server.close();
    }

    @BeforeEach
    void beginAnew() {
        server.redis().client().flushAll();
        books = new CaseBooks(this::countedTrimmed);
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable resource = toClose.pollLast(); resource != null; resource = toClose.pollLast()) {
            resource.close();
        }
        members.clear();
    }

    @Override
    public RedisUnderTest redis() {
        return server.redis();
    }

    @Override
    public CaseBooks books() {
        return books;
    }

    /** Kind and version of the server, for the report. */
    String serverName() {
        return serverName;
    }

    @Override
    public <T extends AutoCloseable> T closedAfterwards(T resource) {
        toClose.addLast(resource);
        return resource;
    }

    @Override
    public CamelContext member(RedisUnderTest redis, LambdaRouteBuilder routes) throws Exception {
        CamelContext context = contextFor(redis);
        closedAfterwards(context);
        members.add(context);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() throws Exception {
                routes.accept(this);
            }
        });
        context.start();
        return context;
    }

    /** A context whose {@code gort-streams} endpoints lead to the server; not started yet. */
    static CamelContext contextFor(RedisUnderTest redis) {
        CamelContext context = new DefaultCamelContext();
        context.getShutdownStrategy().setTimeout(SHUTDOWN_SECONDS);
        GortStreamsComponent component = context.getComponent("gort-streams", GortStreamsComponent.class);
        component.getConfiguration().setHost(redis.host());
        component.getConfiguration().setPort(redis.port());
        component.getConfiguration().setUsername(redis.username());
        component.getConfiguration().setPassword(redis.password());
        return context;
    }

    private long countedTrimmed(@Nullable String group) {
        return members.stream()
                .flatMap(context -> context.getRoutes().stream())
                .map(Route::getConsumer)
                .filter(GortStreamsConsumer.class::isInstance)
                .map(GortStreamsConsumer.class::cast)
                .filter(consumer ->
                        Objects.equals(consumer.getEndpoint().getConfiguration().getGroup(), group))
                .mapToLong(consumer -> consumer.getTrimmed() + consumer.getTrimmedUnread())
                .sum();
    }
}
