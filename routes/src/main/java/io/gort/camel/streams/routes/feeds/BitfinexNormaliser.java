package io.gort.camel.streams.routes.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.OrderType;
import io.gort.camel.streams.trade.Side;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Bitfinex {@code liq:global}. A positive amount was a long. Of the two rows of a liquidation, its trigger and its
 * execution, only the execution is taken, with the price at which the position was taken over. Amounts are in the coin.
 */
public final class BitfinexNormaliser implements Normaliser {

    /** The places of a row; those without a name are not in use. */
    private static final List<String> PLACES = List.of(
            "TYPE",
            "POS_ID",
            "MTS",
            "",
            "SYMBOL",
            "AMOUNT",
            "BASE_PRICE",
            "",
            "IS_MATCH",
            "IS_MARKET_SOLD",
            "",
            "PRICE_ACQUIRED");

    private static final Map<String, Boolean> FLAGS = Map.of("0", false, "1", true);

    private final FeedSettings settings;

    public BitfinexNormaliser(FeedSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<LiquidationEvent> normalise(JsonNode frame) {
        FrameReading reading = new FrameReading("bitfinex");
        if (frame.isArray()) {
            rows(reading, frame.path(1));
        } else if (!frame.isObject()) {
            reading.violates("", frame, "an object or a list");
        } else if (frame.path("event").asText().equals("error")) {
            reading.refused(
                    frame.path("code").asText() + " " + frame.path("msg").asText());
        }
        return reading.events();
    }

    private void rows(FrameReading reading, JsonNode rows) {
        if (rows.asText().equals("hb")) {
            return;
        }
        if (!rows.isArray()) {
            reading.violates("[1]", rows, "a list of rows, or hb");
        } else if (rows.path(0).isTextual()) {
            row(reading, "[1]", rows);
        } else {
            for (int i = 0; i < rows.size(); i++) {
                row(reading, "[1][" + i + "]", rows.get(i));
            }
        }
    }

    private void row(FrameReading reading, String path, JsonNode row) {
        if (!row.isArray()) {
            reading.violates(path, row, "a list");
        } else if (row.path(0).asText().equals("pos")) {
            reading.row(path, named(row), this::events);
        }
    }

    private static ObjectNode named(JsonNode row) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < Math.min(row.size(), PLACES.size()); i++) {
            members.set(PLACES.get(i), row.get(i));
        }
        return members;
    }

    private List<LiquidationEvent> events(Row row) {
        String instrument = row.text("SYMBOL");
        boolean isExecution = row.oneOf("IS_MATCH", FLAGS);
        if (!isExecution || !settings.wants(instrument)) {
            return List.of();
        }
        BigDecimal amount = row.number("AMOUNT");
        BigDecimal price = row.aboveZero("PRICE_ACQUIRED");
        Size size = Size.ofCoins(amount.abs(), price);
        return List.of(new LiquidationEvent(
                "bitfinex",
                settings.symbol(instrument, BitfinexNormaliser::symbol),
                row.time("MTS"),
                amount.signum() > 0 ? Side.LONG : Side.SHORT,
                price,
                size.quantity(),
                size.value(),
                OrderType.LIQUIDATION));
    }

    /** {@code tBTCF0:USTF0} is {@code BTCUSDT}, {@code tBTCUSD} is {@code BTCUSD}. */
    private static String symbol(String instrument) {
        String pair = instrument.replaceFirst("^t", "");
        if (!pair.contains(":") && pair.length() == 6) {
            pair = pair.substring(0, 3) + ":" + pair.substring(3);
        }
        return Arrays.stream(pair.split(":"))
                .map(currency -> currency.replaceFirst("F0$", ""))
                .map(currency -> currency.equals("UST") ? "USDT" : currency)
                .collect(Collectors.joining());
    }
}
