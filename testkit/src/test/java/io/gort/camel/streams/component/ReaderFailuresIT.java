package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.redis.ServerNotReadyException;
import io.gort.camel.streams.redis.WrongTypeException;
import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.RefusingProxy;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spi.ExceptionHandler;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;

/** Whom the failures of the reader are told to. */
@WithRedis
class ReaderFailuresIT {

    private static final String NOT_NOW = "CLUSTERDOWN Hash slot not served";

    private final Queue<Throwable> told = new ConcurrentLinkedQueue<>();

    @Test
    void reachTheErrorHandlerOfTheRouteOverTheBridgeOncePerOutage(
            RedisUnderTest redis, TestKeys keys, Eventually eventually) throws Exception {
        try (RefusingProxy proxy = RefusingProxy.to(redis);
                CamelContext context = running(proxy, routes -> {
                    routes.onException(ServerNotReadyException.class)
                            .handled(true)
                            .to("mock:told");
                    routes.from(entries(keys) + "&bridgeErrorHandler=true").to("mock:handled");
                })) {
            MockEndpoint bridged = context.getEndpoint("mock:told", MockEndpoint.class);
            bridged.expectedMessageCount(1);

            proxy.refuse("XREADGROUP", NOT_NOW);
            bridged.assertIsSatisfied();
            eventually.passes(() -> assertThat(proxy.refused()).isGreaterThan(3));
            proxy.refuseNothing();

            readsOn(context, redis, keys);
            bridged.assertIsSatisfied();
            assertThat(bridged.getExchanges().get(0).getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class))
                    .hasMessageContaining("CLUSTERDOWN");
        }
    }

    @Test
    void reachTheExceptionHandlerThatIsGivenOncePerOutage(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        try (RefusingProxy proxy = RefusingProxy.to(redis);
                CamelContext context = handling(proxy, keys, told::add)) {
            proxy.refuse("XREADGROUP", NOT_NOW);
            eventually.passes(() -> assertThat(proxy.refused()).isGreaterThan(3));
            proxy.refuseNothing();

            readsOn(context, redis, keys);
            assertThat(told).singleElement().isInstanceOf(ServerNotReadyException.class);
        }
    }

    @Test
    void ofAStreamThatIsSetAsideReachTheExceptionHandlerToo(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        redis.client().set(keys.key("bad"), "a text");
        try (RefusingProxy proxy = RefusingProxy.to(redis);
                CamelContext context = handling(proxy, keys, told::add)) {
            readsOn(context, redis, keys);

            eventually.passes(() -> assertThat(told).singleElement().isInstanceOf(WrongTypeException.class));
        }
    }

    @Test
    void endNothingWhenTheExceptionHandlerFailsItself(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        try (RefusingProxy proxy = RefusingProxy.to(redis);
                CamelContext context = handling(proxy, keys, failure -> {
                    told.add(failure);
                    throw new IllegalStateException("cannot tell");
                })) {
            proxy.refuse("XREADGROUP", NOT_NOW);
            eventually.passes(() -> assertThat(told).hasSize(1));
            proxy.refuseNothing();

            readsOn(context, redis, keys);
        }
    }

    private static CamelContext handling(RefusingProxy proxy, TestKeys keys, Consumer<Throwable> handler)
            throws Exception {
        CamelContext context = TestContexts.to(proxy.redis());
        context.getRegistry().bind("handler", new TellingHandler(handler));
        context.addRoutes(TestContexts.routes(routes -> routes.from(
                        entries(keys).replace("?", "," + keys.key("bad") + "?") + "&exceptionHandler=#handler")
                .to("mock:handled")));
        context.start();
        return context;
    }

    private static CamelContext running(RefusingProxy proxy, LambdaRouteBuilder routes) throws Exception {
        return TestContexts.running(proxy.redis(), routes);
    }

    private static String entries(TestKeys keys) {
        return "gort-streams:" + keys.key("s") + "?group=g&groupStart=0&blockTimeout=100ms";
    }

    private static void readsOn(CamelContext context, RedisUnderTest redis, TestKeys keys) throws Exception {
        MockEndpoint handled = context.getEndpoint("mock:handled", MockEndpoint.class);
        handled.expectedMessageCount(1);
        redis.client().xadd(keys.key("s"), StreamEntryID.NEW_ENTRY, Map.of("n", "1"));
        handled.assertIsSatisfied();
    }

    private record TellingHandler(Consumer<Throwable> told) implements ExceptionHandler {

        @Override
        public void handleException(Throwable exception) {
            told.accept(exception);
        }

        @Override
        public void handleException(String message, Throwable exception) {
            told.accept(exception);
        }

        @Override
        public void handleException(String message, Exchange exchange, Throwable exception) {
            told.accept(exception);
        }
    }
}
