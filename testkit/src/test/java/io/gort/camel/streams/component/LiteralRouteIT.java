package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.OrderType;
import io.gort.camel.streams.trade.Side;
import java.math.BigDecimal;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The routes that the documentation opens with, letter by letter, on a server of their own. */
class LiteralRouteIT {

    private static final String STREAM = "liquidations:binance:BTCUSDT";
    private static final LiquidationEvent EVENT = new LiquidationEvent(
            "binance",
            "BTCUSDT",
            1_757_000_000_000L,
            Side.SELL,
            new BigDecimal("45000"),
            new BigDecimal("0.5"),
            null,
            OrderType.LIQUIDATION);

    private RedisServerProcess server;

    @BeforeEach
    void startServer() {
        server = RedisServerProcess.start();
    }

    @AfterEach
    void endServer() {
        server.close();
    }

    @Test
    void runsWrittenInJava() throws Exception {
        try (CamelContext context = TestContexts.started(server.redis(), new RouteBuilder() {
            @Override
            public void configure() {
                from("gort-streams:liquidations:binance:BTCUSDT?group=storage-group")
                        .to("gort-streams:liquidations:archive:BTCUSDT")
                        .convertBodyTo(LiquidationEvent.class)
                        .to("mock:handled");
            }
        })) {
            handlesAndArchivesTheEvent(context);
        }
    }

    @Test
    void runsWrittenInYaml() throws Exception {
        Resource routes = ResourceHelper.fromString("route.yaml", """
                - from:
                    uri: "gort-streams:liquidations:binance:BTCUSDT?group=storage-group"
                    steps:
                      - to: "gort-streams:liquidations:archive:BTCUSDT"
                      - convertBodyTo:
                          type: io.gort.camel.streams.trade.LiquidationEvent
                      - to: "mock:handled"
                """);
        try (CamelContext context = TestContexts.to(server.redis())) {
            PluginHelper.getRoutesLoader(context).loadRoutes(routes);
            context.start();
            handlesAndArchivesTheEvent(context);
        }
    }

    @Test
    void runsWithUriAndParametersInYaml() throws Exception {
        Resource routes = ResourceHelper.fromString("route.yaml", """
                - from:
                    uri: "gort-streams"
                    parameters:
                      stream: "liquidations:binance:BTCUSDT,liquidations:okx:*"
                      group: "{{group.name}}"
                      batchSize: 5
                      blockTimeout: 2s
                    steps:
                      - convertBodyTo:
                          type: io.gort.camel.streams.trade.LiquidationEvent
                      - to: "mock:handled"
                """);
        try (CamelContext context = TestContexts.to(server.redis())) {
            context.getPropertiesComponent().addInitialProperty("group.name", "storage-group");
            PluginHelper.getRoutesLoader(context).loadRoutes(routes);
            context.start();
            MockEndpoint handled = context.getEndpoint("mock:handled", MockEndpoint.class);
            handled.expectedBodiesReceived(EVENT);

            context.createProducerTemplate().sendBody("gort-streams:liquidations", EVENT);

            handled.assertIsSatisfied();
        }
    }

    private void handlesAndArchivesTheEvent(CamelContext context) throws InterruptedException {
        MockEndpoint handled = context.getEndpoint("mock:handled", MockEndpoint.class);
        handled.expectedBodiesReceived(EVENT);

        context.createProducerTemplate().sendBody("gort-streams:liquidations:binance:BTCUSDT", EVENT);

        handled.assertIsSatisfied();
        server.redis().eventually().pendingIs(STREAM, "storage-group", 0);
        server.redis().eventually().lengthIs("liquidations:archive:BTCUSDT", 1);
        assertThat(server.redis().client().xlen(STREAM)).isEqualTo(1);
    }
}
