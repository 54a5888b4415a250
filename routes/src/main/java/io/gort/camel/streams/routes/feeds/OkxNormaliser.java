package io.gort.camel.streams.routes.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.OrderType;
import io.gort.camel.streams.trade.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * OKX {@code liquidation-orders}. The side is that of the order: {@code sell} closes a long. Sizes are in contracts;
 * what a contract stands for has to be told for each instrument: coins, or USD for inverse ones
 * ({@code BTC-USD-SWAP}). The price is the bankruptcy price.
 */
public final class OkxNormaliser implements Normaliser {

    private static final Map<String, Side> SIDES = Map.of("sell", Side.LONG, "buy", Side.SHORT);
    private static final Map<Side, String> CONTRADICTIONS = Map.of(Side.LONG, "short", Side.SHORT, "long");

    private final FeedSettings settings;

    public OkxNormaliser(FeedSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<LiquidationEvent> normalise(JsonNode frame) {
        FrameReading reading = new FrameReading("okx");
        if (frame.asText().equals(FrameJson.PONG)) {
            return List.of();
        }
        if (!frame.isObject()) {
            reading.violates("", frame, "an object");
        } else if (frame.path("event").asText().equals("error")) {
            reading.refused(
                    frame.path("code").asText() + " " + frame.path("msg").asText());
        } else if (!frame.has("event")
                && frame.path("arg").path("channel").asText().equals("liquidation-orders")) {
            instruments(reading, frame.path("data"));
        }
        return reading.events();
    }

    private void instruments(FrameReading reading, JsonNode data) {
        if (!data.isArray()) {
            reading.violates("data", data, "a list");
            return;
        }
        for (int i = 0; i < data.size(); i++) {
            String path = "data[" + i + "]";
            reading.row(path, data.get(i), this::checked);
            String instrument = data.get(i).path("instId").asText();
            BigDecimal contractValue = settings.contractValues().get(instrument);
            if (settings.wants(instrument) && contractValue != null) {
                reading.rows(
                        path + ".details", data.get(i).path("details"), row -> event(instrument, contractValue, row));
            }
        }
    }

    /** Tells of an instrument that is wanted, but of whose contracts nobody said what they stand for. */
    private List<LiquidationEvent> checked(Row row) {
        String instrument = row.text("instId");
        if (settings.wants(instrument) && !settings.contractValues().containsKey(instrument)) {
            row.violates("instId", "one of contractValues", instrument);
        }
        return List.of();
    }

    private List<LiquidationEvent> event(String instrument, BigDecimal contractValue, Row row) {
        Side side = row.oneOf("side", SIDES);
        if (row.has("posSide") && row.text("posSide").equals(CONTRADICTIONS.get(side))) {
            row.violates("posSide", side == Side.LONG ? "long or net, for sell" : "short or net, for buy", side);
        }
        BigDecimal price = row.aboveZero("bkPx");
        BigDecimal told = row.aboveZero("sz").multiply(contractValue);
        Size size = isInverse(instrument) ? Size.ofUsd(told, price) : Size.ofCoins(told, price);
        return List.of(new LiquidationEvent(
                "okx",
                settings.symbol(instrument, OkxNormaliser::symbol),
                row.time("ts"),
                side,
                price,
                size.quantity(),
                size.value(),
                OrderType.LIQUIDATION));
    }

    /** {@code BTC-USD-SWAP} and {@code BTC-USD-250328}, not {@code BTC-USDT-SWAP}. */
    private static boolean isInverse(String instrument) {
        return instrument.contains("-USD-");
    }

    /** {@code BTC-USDT-SWAP} is {@code BTCUSDT}; a dated future keeps its date: {@code BTCUSD250328}. */
    private static String symbol(String instrument) {
        return instrument.replaceFirst("-SWAP$", "").replace("-", "");
    }
}
