package io.gort.camel.streams.examples.heatmap.feed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;

/** One simulated instrument: its price wanders, and runs while a cascade lasts. Read by one thread. */
final class Instrument {

    private static final double CALM_STEP = 0.00008;
    private static final double CASCADE_STEP = 0.00012;
    private static final double PULL_HOME = 0.0005;
    private static final int QUANTITY_DECIMALS = 3;

    private final String symbol;
    private final double home;
    private final int decimals;
    private double price;

    /**
     * @param symbol   its name
     * @param home     the price that it starts from, and is drawn back to
     * @param decimals the decimals of its price
     */
    Instrument(String symbol, double home, int decimals) {
        this.symbol = symbol;
        this.home = home;
        this.decimals = decimals;
        this.price = home;
    }

    String symbol() {
        return symbol;
    }

    /** One step of a calm market. */
    void wander(Random random) {
        price *= 1 + CALM_STEP * random.nextGaussian() + PULL_HOME * (home - price) / home;
    }

    /** One step of a cascade, down while longs are liquidated, up while shorts are. */
    void run(Random random, boolean down) {
        price *= 1 + (down ? -1 : 1) * CASCADE_STEP * random.nextDouble();
    }

    /** A price near the current one: forced orders do not fill at the very same price everywhere. */
    BigDecimal quote(Random random) {
        return decimal(price * (1 + 0.0004 * random.nextGaussian()), decimals);
    }

    /** The quantity that costs about so much, at least one thousandth. */
    BigDecimal quantityFor(double usd) {
        return decimal(usd / price, QUANTITY_DECIMALS).max(BigDecimal.ONE.movePointLeft(QUANTITY_DECIMALS));
    }

    private static BigDecimal decimal(double number, int decimals) {
        return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
    }
}
