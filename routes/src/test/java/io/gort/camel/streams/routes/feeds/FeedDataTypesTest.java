package io.gort.camel.streams.routes.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.trade.LiquidationEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedDataTypesTest {

    private static final String ROUTES = """
            - route:
                from:
                  uri: direct:okx
                  steps:
                    - transformDataType:
                        toType: gort-streams:okx-liquidations
            - route:
                inputType:
                  urn: gort-streams:bybit-liquidations
                from:
                  uri: direct:in
                  steps:
                    - log:
                        message: "read"
            - route:
                outputType:
                  urn: gort-streams:bybit-liquidations
                from:
                  uri: direct:out
                  steps:
                    - log:
                        message: "passed on"
            """;
    private static final String BYBIT = """
            {"topic":"allLiquidation.X","data":[{"T":1757000000000,"s":"BTCUSDT","S":"Buy","v":"1","p":"2"}]}""";
    private static final String OKX = """
            {"arg":{"channel":"liquidation-orders"},"data":[{"details":[{"bkPx":"50000","side":"sell","sz":"13",\
            "ts":"1692266434010"}],"instId":"BTC-USDT-SWAP"}]}""";

    private DefaultCamelContext context;

    @BeforeEach
    void start() throws Exception {
        context = new DefaultCamelContext();
        context.getPropertiesComponent()
                .addInitialProperty("gort-streams.feed.okx.contractValues", "BTC-USDT-SWAP=0.01");
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("routes.yaml", ROUTES));
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void makeLiquidationsOfAFrameWithTheSettingsOfProperties() {
        assertThat(sent("direct:okx", OKX.getBytes(StandardCharsets.UTF_8)))
                .asInstanceOf(InstanceOfAssertFactories.list(LiquidationEvent.class))
                .singleElement()
                .satisfies(event -> assertThat(event.quantity()).isEqualByComparingTo("0.13"));
    }

    @Test
    void areMadeAtTheEndOfARouteThatDeclaresItsOutput() {
        assertThat(sent("direct:out", BYBIT))
                .asInstanceOf(InstanceOfAssertFactories.list(LiquidationEvent.class))
                .extracting(LiquidationEvent::symbol)
                .containsExactly("BTCUSDT");
    }

    @Test
    void areMadeAtTheBeginningOfARouteThatDeclaresItsInput() {
        assertThat(sent("direct:in", BYBIT))
                .asInstanceOf(InstanceOfAssertFactories.list(LiquidationEvent.class))
                .extracting(LiquidationEvent::symbol)
                .containsExactly("BTCUSDT");
    }

    @Test
    void makeAnEmptyListOfAFrameThatTellsOfNone() {
        assertThat(sent("direct:okx", "pong")).isEqualTo(List.of());
    }

    @Test
    void tellWhatIsWrongWithAFrame() {
        assertThatThrownBy(() -> sent("direct:okx", OKX.replace("sell", "up")))
                .isInstanceOf(CamelExecutionException.class)
                .hasRootCauseInstanceOf(InvalidFrameException.class)
                .hasRootCauseMessage("Invalid okx frame: data[0].details[0].side: up (expected: buy or sell)");
    }

    @Test
    void readTheirSettingsOnce() {
        List<String> asked = new CopyOnWriteArrayList<>();
        context.getPropertiesComponent()
                .addPropertiesLookupListener((name, value, defaultValue, source) -> asked.add(name));

        sent("direct:okx", OKX);
        sent("direct:okx", OKX);

        assertThat(asked).containsOnlyOnce("gort-streams.feed.okx.contractValues");
    }

    private Object sent(String endpoint, Object frame) {
        return context.createProducerTemplate().requestBody(endpoint, frame);
    }
}
