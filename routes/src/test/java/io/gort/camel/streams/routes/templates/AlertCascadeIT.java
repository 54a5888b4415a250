package io.gort.camel.streams.routes.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gort.camel.streams.routes.heatmap.store.Liquidations;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.Side;
import io.gort.camel.streams.trade.codec.TradeCodec;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.params.XAddParams;

@WithRedis
class AlertCascadeIT {

    private static final long MINUTE = 60_000;

    private final TradeCodec codec = new TradeCodec();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> parameters = new HashMap<>();
    private RedisUnderTest redis;
    private String symbol;
    private long window;

    @BeforeEach
    void remember(RedisUnderTest theRedis, TestKeys keys) {
        redis = theRedis;
        symbol = keys.uniqueSymbol();
        window = Math.floorDiv(System.currentTimeMillis(), MINUTE) * MINUTE - MINUTE;
        parameters.putAll(Map.of(
                "symbol", symbol, "threshold", "1000", "to", "mock:alerts", "groupStart", "0", "lateness", "1s"));
    }

    @ParameterizedTest
    @EnumSource(TemplateRoutes.class)
    void tellsOnceOfAWindowThatReachesTheThreshold(TemplateRoutes way) throws Exception {
        add("binance", window, Side.SELL, "600");
        add("okx", window + MINUTE - 1, Side.SHORT, "400.5");
        add("okx", window - 1, Side.LONG, "999");

        try (CamelContext context = way.start(redis, "gort-alert-cascade", parameters)) {
            JsonNode alert = json.readTree(oneAlert(context));

            assertThat(alert.get("symbol").asText()).isEqualTo(symbol);
            assertThat(alert.get("window_start").asLong()).isEqualTo(window);
            assertThat(alert.get("window_end").asLong()).isEqualTo(window + MINUTE);
            assertThat(alert.get("side").asText()).isEqualTo("both");
            assertThat(amount(alert, "threshold")).isEqualTo("1000");
            assertThat(amount(alert, "volume")).isEqualTo("1000.5");
            assertThat(amount(alert, "long_volume")).isEqualTo("600");
            assertThat(amount(alert, "short_volume")).isEqualTo("400.5");
            assertThat(alert.get("liquidations").asInt()).isEqualTo(2);
        }
    }

    @Test
    void countsTheSideThatIsWanted() throws Exception {
        add("binance", window, Side.SELL, "5000");
        add("binance", window - MINUTE, Side.BUY, "1000");
        add("binance", window - MINUTE, Side.SELL, "20");
        parameters.put("side", "short");

        try (CamelContext context = TemplateRoutes.YAML.start(redis, "gort-alert-cascade", parameters)) {
            JsonNode alert = json.readTree(oneAlert(context));

            assertThat(alert.get("window_start").asLong()).isEqualTo(window - MINUTE);
            assertThat(amount(alert, "volume")).isEqualTo("1000");
            assertThat(amount(alert, "long_volume")).isEqualTo("20");
        }
    }

    @Test
    void tellsEarlyIfThatIsWanted() throws Exception {
        add("binance", System.currentTimeMillis(), Side.SELL, "1000");
        parameters.put("early", "true");
        parameters.put("window", "1d");

        try (CamelContext context = TemplateRoutes.YAML.start(redis, "gort-alert-cascade", parameters)) {
            assertThat(amount(json.readTree(oneAlert(context)), "volume")).isEqualTo("1000");
        }
    }

    @Test
    void triesAgainAnAlertThatTheEndpointHasNotTaken() throws Exception {
        add("binance", window, Side.SELL, "1000");
        parameters.put("retryInterval", "300ms");

        try (CamelContext context = TemplateRoutes.YAML.start(redis, "gort-alert-cascade", parameters)) {
            MockEndpoint alerts = context.getEndpoint("mock:alerts", MockEndpoint.class);
            alerts.whenExchangeReceived(1, exchange -> exchange.setException(new IllegalStateException("not now")));
            alerts.expectedMessageCount(2);
            alerts.assertIsSatisfied();
            redis.eventually()
                    .passes(() -> assertThat(redis.client().exists(windows() + ":over"))
                            .isFalse());
        }
    }

    @Test
    void deadLettersAnEventFromFarAhead() throws Exception {
        add("binance", System.currentTimeMillis() + 10 * MINUTE, Side.SELL, "1000");

        try (CamelContext context = TemplateRoutes.YAML.start(redis, "gort-alert-cascade", parameters)) {
            redis.eventually().lengthIs("dead-letter:{liquidations:binance:" + symbol + "}", 1);
            assertThat(context.getStatus().isStarted()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "threshold|much|threshold: much (expected: USD, such as 1000000)",
                "threshold|0|threshold: 0 (expected: USD, above zero)",
                "side|buy|side: buy (expected: long, short or both)",
                "window|0s|window: PT0S (expected: at least one millisecond)",
                "lateness|soon|lateness: soon (expected: a duration such as 1m)"
            })
    void refusesWhatMakesNoSense(String parameter, String value, String message) {
        parameters.put(parameter, value);

        assertThatThrownBy(() -> TemplateRoutes.JAVA.start(redis, "gort-alert-cascade", parameters))
                .hasStackTraceContaining(message);
    }

    private String oneAlert(CamelContext context) throws Exception {
        MockEndpoint alerts = context.getEndpoint("mock:alerts", MockEndpoint.class);
        alerts.expectedMessageCount(1);
        alerts.assertIsSatisfied();
        // nothing is left that could make another
        redis.eventually()
                .passes(() -> assertThat(redis.client().keys(windows() + "*")).isEmpty());
        alerts.assertIsSatisfied();
        return alerts.getExchanges().get(0).getMessage().getBody(String.class);
    }

    private String windows() {
        return "gort-cascades:{cascade-group:" + symbol + "}";
    }

    private static String amount(JsonNode alert, String name) {
        return new BigDecimal(alert.get(name).asText()).toPlainString();
    }

    private void add(String exchange, long time, Side side, String usd) {
        LiquidationEvent event = Liquidations.event(exchange, symbol, time, side, usd, "1");
        redis.client().xadd(event.streamName().key(), XAddParams.xAddParams(), codec.toFields(event));
    }
}
