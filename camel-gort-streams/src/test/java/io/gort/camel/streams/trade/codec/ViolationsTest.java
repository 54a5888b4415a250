package io.gort.camel.streams.trade.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.trade.HeatmapData;
import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.MarketSnapshot;
import io.gort.camel.streams.trade.OrderBookSnapshot;
import io.gort.camel.streams.trade.Samples;
import io.gort.camel.streams.trade.StreamName;
import io.gort.camel.streams.trade.TradeRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViolationsTest {

    private final TradeCodec codec = new TradeCodec();

    @Test
    void tellsUnreadableMissingAndWrongFieldsTogether() {
        Map<String, String> fields = Map.of(
                "timestamp",
                "-5",
                "side",
                "sideways",
                "price",
                "abc",
                "quantity",
                "0",
                "value",
                "NaN",
                "avg_price",
                "1,000",
                "order_trade_time",
                "1.5");

        assertThat(violations("liquidations:binance:BTCUSDT", fields))
                .containsExactlyInAnyOrder(
                        "timestamp: -5 (expected: above zero)",
                        "side: sideways (expected: long, short, BUY or SELL)",
                        "price: abc (expected: a number)",
                        "quantity: 0 (expected: above zero)",
                        "value: NaN (expected: a number)",
                        "order_type: missing (expected: liquidation, adl or bankruptcy)",
                        "avg_price: 1,000 (expected: a number)",
                        "order_trade_time: 1.5 (expected: an integer)");
    }

    @Test
    void emptyTextIsUnsetOnlyWhereOptional() {
        Map<String, String> fields = new HashMap<>(codec.toFields(Samples.liquidation()));
        fields.putAll(Map.of("price", "", "avg_price", "", "order_trade_time", "", "value", ""));

        assertThat(violations("liquidations:binance:BTCUSDT", fields))
                .containsExactly("price: '' (expected: a number)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1,000", "NaN", "Infinity", "0x1F", " 45000", "４５", "1e400", "1e1000000000", "--1"})
    void neverTurnsIntoZeroWhatIsNotANumber(String price) {
        Map<String, String> fields = new HashMap<>(codec.toFields(Samples.liquidation()));
        fields.put("price", price);

        assertThat(violations("liquidations:binance:BTCUSDT", fields))
                .containsExactly("price: " + price + " (expected: a number)");
    }

    @Test
    void namesThePlaceInsideNestedValues() {
        Map<String, String> fields = Map.of(
                "timestamp",
                "1",
                "sequence_id",
                "2",
                "bids",
                "[{\"price\":1,\"size\":2},{\"price\":\"x\"},7]",
                "asks",
                "{\"price\":1}",
                "spread",
                "null");

        assertThat(violations("orderbook:kraken:BTCUSD", fields))
                .containsExactlyInAnyOrder(
                        "bids[1].price: x (expected: a number)",
                        "bids[1].size: missing (expected: a number)",
                        "bids[2]: 7 (expected: a JSON object)",
                        "asks: {\"price\":1} (expected: a JSON list)",
                        "spread: null (expected: a number)");
    }

    @Test
    void saysOnceThatAnObjectIsMissing() {
        Map<String, String> fields =
                Map.of("timestamp", "1", "price_level", "2", "long_positions", "null", "short_positions", "[]");

        assertThat(violations("positions:bybit:ETHUSDT", fields))
                .containsExactly(
                        "long_positions: null (expected: a JSON object)",
                        "short_positions: [] (expected: a JSON object)");
    }

    @Test
    void saysOnceThatHeatmapDataAreUnreadable() {
        Map<String, String> fields = Map.of("data", "{]", "timestamp", "abc", "interval", "2m");

        assertThat(violations("heatmap:BTCUSDT", fields))
                .containsExactly(
                        "data: {] (expected: a JSON object)",
                        "timestamp: abc (expected: an integer)",
                        "interval: 2m (expected: 1s, 1m, 5m, 15m, 1h, 4h or 1d)");
    }

    @Test
    void wantsLevelsOfAWholeHeatmap() {
        Map<String, String> fields = Map.of("data", "{\"current_price\":0}", "timestamp", "1", "interval", "1m");

        assertThat(violations("heatmap:BTCUSDT", fields))
                .containsExactly(
                        "current_price: 0 (expected: above zero)", "levels: none (expected: at least one level)");
    }

    @Test
    void rejectsSetUpMarkers() {
        assertThat(violations("heatmap:BTCUSDT", Map.of("init", "true")))
                .containsExactlyInAnyOrder(
                        "timestamp: missing (expected: an integer)",
                        "interval: missing (expected: 1s, 1m, 5m, 15m, 1h, 4h or 1d)",
                        "current_price: missing (expected: a number)",
                        "summary: missing (expected: a JSON object)");
    }

    @Test
    void readsJsonWithAllViolations() {
        InvalidEntryException e = catchThrowableOfType(
                InvalidEntryException.class,
                () -> codec.fromJson(
                        LiquidationEvent.class,
                        "{\"exchange\":\"\",\"symbol\":[],\"timestamp\":true,\"side\":1,\"price\":\"7\",\"quantity\":-1}"));

        assertThat(e)
                .hasMessageStartingWith("Invalid liquidation event: ")
                .extracting(InvalidEntryException::violations)
                .isEqualTo(List.of(
                        "exchange: '' (expected: a text, not empty)",
                        "symbol: a list (expected: a text, not empty)",
                        "timestamp: true (expected: an integer)",
                        "side: 1 (expected: long, short, BUY or SELL)",
                        "order_type: missing (expected: liquidation, adl or bankruptcy)",
                        "quantity: -1 (expected: above zero)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "7", "\"x\"", "{", "{} {}", "{\"a\":1,\"a\":2}", "{\"a\":NaN}", "{a:1}", "abc"
            })
    void rejectsWhatIsNotOneJsonObject(String json) {
        assertThatThrownBy(() -> codec.heatmapFromJson(json))
                .isInstanceOf(InvalidEntryException.class)
                .hasMessageContaining("expected: a JSON object");
        assertThatThrownBy(() -> codec.fieldsOfJson(json))
                .isInstanceOf(InvalidEntryException.class)
                .hasMessageContaining("expected: a JSON object");
    }

    @Test
    void boundsWhatItTells() {
        String bids = "[" + "{},".repeat(9_999) + "{}]";
        Map<String, String> fields =
                Map.of("timestamp", "x".repeat(1_000_000), "bids", bids, "asks", "null", "sequence_id", "1");

        List<String> violations = violations("orderbook:kraken:BTCUSD", fields);

        assertThat(violations).hasSizeLessThanOrEqualTo(101).last().asString().startsWith("and ");
        assertThat(violations).allSatisfy(text -> assertThat(text).hasSizeLessThan(300));
    }

    @Test
    void sumsBeyondDoublesAreViolations() {
        String level = "{\"price\":1,\"cumulative_long_liquidations\":1e308,\"cumulative_short_liquidations\":1e308}";

        assertThatThrownBy(() -> codec.heatmapFromJson("{\"symbol\":\"X\",\"timestamp\":1,\"interval\":\"1m\","
                        + "\"current_price\":1,\"liquidation_levels\":[" + level + "]}"))
                .isInstanceOf(InvalidEntryException.class)
                .hasMessageContaining("amounts: too large together");
    }

    @Test
    void checksRecordsBeforeTheyAreSent() {
        codec.check(Samples.heatmap());

        HeatmapData empty = new HeatmapData(
                "", 0, Samples.heatmap().interval(), Samples.heatmap().currentPrice(), List.of());
        assertThatThrownBy(() -> codec.check(empty))
                .isInstanceOf(InvalidEntryException.class)
                .hasMessageContainingAll("symbol: ''", "timestamp: 0", "levels: none");
    }

    @Test
    void refusesRecordsThatDoNotStandOnTheStream() {
        StreamName liquidations = StreamName.parse("liquidations:binance:BTCUSDT");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec.fromFields(MarketSnapshot.class, liquidations, Map.of()))
                .withMessageContaining("MarketSnapshot (expected: LiquidationEvent");
        assertThatIllegalArgumentException().isThrownBy(() -> codec.fromJson(TradeRecord.class, "{}"));
        assertThatThrownBy(() -> codec.fromFields(
                        OrderBookSnapshot.class, StreamName.parse("orderbook:kraken:BTCUSD"), Map.of()))
                .isInstanceOf(InvalidEntryException.class);
    }

    private List<String> violations(String streamKey, Map<String, String> fields) {
        return catchThrowableOfType(
                        InvalidEntryException.class, () -> codec.fromFields(StreamName.parse(streamKey), fields))
                .violations();
    }
}
