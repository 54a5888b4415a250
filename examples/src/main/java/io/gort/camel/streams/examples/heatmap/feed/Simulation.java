package io.gort.camel.streams.examples.heatmap.feed;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.LongSupplier;

/**
 * Liquidations as a busy day brings them: mostly small ones on every exchange, now and then a cascade, in which the
 * price of one instrument runs and the liquidations of one side come thick and large. About one event in a hundred is
 * bad. The same seed and the same times give the same events. Read by one thread.
 */
final class Simulation {

    /** The exchanges that take part. */
    static final List<String> EXCHANGES =
            List.of("binance", "okx", "bybit", "coinbase", "kraken", "deribit", "bitfinex");

    private static final double CASCADE_CHANCE = 0.003;
    private static final double SHARE_OF_CASCADE = 0.85;
    private static final double BAD_SHARE = 0.01;

    private final List<Instrument> instruments = List.of(
            new Instrument("BTCUSDT", 64_200, 1),
            new Instrument("ETHUSDT", 3_150, 2),
            new Instrument("BNBUSDT", 585, 2),
            new Instrument("SOLUSDT", 148, 3),
            new Instrument("XRPUSDT", 0.524, 4));
    private final Random random;
    private final LongSupplier millis;
    private Instrument inCascade = instruments.get(0);
    private boolean down;
    private int cascadeLeft;

    /**
     * @param seed   what the random numbers start from
     * @param millis the time of the events, in milliseconds since 1970
     */
    Simulation(long seed, LongSupplier millis) {
        this.random = new Random(seed);
        this.millis = millis;
    }

    /** The symbols that take part. */
    static List<String> symbols() {
        return new Simulation(0, () -> 0)
                .instruments.stream().map(Instrument::symbol).toList();
    }

    FeedEvent next() {
        boolean cascade = continuesCascade();
        Instrument instrument = cascade ? inCascade : instruments.get(random.nextInt(instruments.size()));
        if (cascade) {
            instrument.run(random, down);
        } else {
            instrument.wander(random);
        }
        boolean longLiquidated = cascade ? random.nextDouble() < 0.95 == down : random.nextBoolean();
        String exchange = EXCHANGES.get(random.nextInt(EXCHANGES.size()));
        Map<String, String> fields = fields(instrument, exchange, longLiquidated, cascade ? 40_000 : 6_000);
        if (random.nextDouble() < BAD_SHARE) {
            BadEvents.spoil(fields, random);
        }
        return FeedEvent.of(exchange, instrument.symbol(), fields);
    }

    /** Whether the next event belongs to a cascade; starts one now and then. */
    private boolean continuesCascade() {
        if (cascadeLeft == 0 && random.nextDouble() < CASCADE_CHANCE) {
            inCascade = instruments.get(random.nextInt(instruments.size()));
            down = random.nextInt(3) > 0;
            cascadeLeft = 60 + random.nextInt(340);
        }
        if (cascadeLeft == 0) {
            return false;
        }
        cascadeLeft--;
        return random.nextDouble() < SHARE_OF_CASCADE;
    }

    private Map<String, String> fields(Instrument instrument, String exchange, boolean longLiquidated, double usual) {
        BigDecimal price = instrument.quote(random);
        BigDecimal quantity = instrument.quantityFor(usual * Math.exp(random.nextGaussian()));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("timestamp", Long.toString(millis.getAsLong()));
        fields.put("side", side(exchange, longLiquidated));
        fields.put("price", price.toPlainString());
        fields.put("quantity", quantity.toPlainString());
        fields.put("value", price.multiply(quantity).toPlainString());
        fields.put("order_type", orderType());
        return fields;
    }

    /** Binance tells the side of the forced order, the others here the position that was closed. */
    private static String side(String exchange, boolean longLiquidated) {
        if (exchange.equals("binance")) {
            return longLiquidated ? "SELL" : "BUY";
        }
        return (longLiquidated ? "LONG" : "SHORT").toLowerCase(Locale.ROOT);
    }

    private String orderType() {
        int percent = random.nextInt(100);
        if (percent < 94) {
            return "liquidation";
        }
        return percent < 98 ? "adl" : "bankruptcy";
    }
}
