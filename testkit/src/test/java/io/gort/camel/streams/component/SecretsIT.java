package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.gort.camel.streams.testkit.RedisServerProcess;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.CamelContext;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A password shows nowhere, whatever goes wrong and however much is logged. */
class SecretsIT {

    private static final String PASSWORD = "S3cr3t-of-the-house";

    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("io.gort.camel");
    private final AppenderBase<ILoggingEvent> listener = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            logged.add(event.getFormattedMessage());
            if (event.getThrowableProxy() != null) {
                logged.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
    };

    @BeforeEach
    void listen() {
        ours.setLevel(Level.TRACE);
        listener.start();
        root.addAppender(listener);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(listener);
        ours.setLevel(null);
    }

    @Test
    void keepsQuietWhenAllGoesWell() throws Exception {
        try (RedisServerProcess server =
                        RedisServerProcess.settings().password(PASSWORD).start();
                CamelContext context = TestContexts.to(server.redis())) {
            String secret = "?password=RAW(" + PASSWORD + ")";
            context.addRoutes(TestContexts.routes(routes ->
                    routes.from("gort-streams:s" + secret + "&group=g").to("mock:handled")));
            context.start();
            context.getEndpoint("mock:handled", MockEndpoint.class).expectedMessageCount(1);
            context.createProducerTemplate().sendBody("gort-streams:s" + secret, Map.of("a", "1"));
            MockEndpoint.assertIsSatisfied(context);
            server.restart();
            server.redis().eventually().passes(() -> assertThat(logged).anyMatch(line -> line.contains("recovered")));
        }

        assertThat(logged).isNotEmpty().noneMatch(line -> line.contains(PASSWORD));
    }

    @Test
    void keepsQuietWhenThePasswordIsRefused() throws Exception {
        Throwable failure;
        try (RedisServerProcess server =
                        RedisServerProcess.settings().password("another").start();
                CamelContext context = TestContexts.to(server.redis())) {
            context.addRoutes(TestContexts.routes(
                    routes -> routes.from("gort-streams:s?group=g&username=default&password=RAW(" + PASSWORD + ")")
                            .to("mock:handled")));
            failure = catchThrowable(context::start);
        }

        assertThat(trace(failure)).contains("WRONGPASS").doesNotContain(PASSWORD);
        assertThat(logged).noneMatch(line -> line.contains(PASSWORD));
    }

    static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
