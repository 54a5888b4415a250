package io.gort.camel.streams.trade.codec;

import io.gort.camel.streams.trade.CriticalZone;
import io.gort.camel.streams.trade.HeatmapCluster;
import io.gort.camel.streams.trade.HeatmapData;
import io.gort.camel.streams.trade.HeatmapLevel;
import io.gort.camel.streams.trade.HeatmapSummary;
import io.gort.camel.streams.trade.Interval;
import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.MarketSnapshot;
import io.gort.camel.streams.trade.OrderBookLevel;
import io.gort.camel.streams.trade.OrderBookSnapshot;
import io.gort.camel.streams.trade.OrderType;
import io.gort.camel.streams.trade.PositionDistribution;
import io.gort.camel.streams.trade.PositionSide;
import io.gort.camel.streams.trade.Side;
import io.gort.camel.streams.trade.TradeRecord;
import io.gort.camel.streams.trade.ZoneType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Any valid record, by the seed of a random number. */
final class Records {

    private final Random random;

    private Records(long seed) {
        random = new Random(seed);
    }

    static Arbitrary<TradeRecord> any() {
        return Arbitraries.longs().map(seed -> new Records(seed).next());
    }

    private TradeRecord next() {
        return switch (random.nextInt(5)) {
            case 0 -> liquidation();
            case 1 -> market();
            case 2 ->
                new PositionDistribution(text("okx"), text("B"), time(), positive(), positionSide(), positionSide());
            case 3 -> book();
            default -> heatmap();
        };
    }

    private LiquidationEvent liquidation() {
        return new LiquidationEvent(
                text("binance"),
                text("BTCUSDT"),
                time(),
                oneOf(Side.values()),
                positive(),
                positive(),
                maybe(positive()),
                oneOf(OrderType.values()),
                maybe(number()),
                maybe(number()),
                maybe(text("FILLED")),
                maybe(time()));
    }

    private MarketSnapshot market() {
        return new MarketSnapshot(
                text("okx"),
                text("B"),
                time(),
                positive(),
                number(),
                number(),
                number(),
                number(),
                random.nextLong(),
                maybe(number()),
                maybe(number()));
    }

    private OrderBookSnapshot book() {
        return new OrderBookSnapshot(
                text("a"),
                text("b"),
                time(),
                some(this::bookLevel),
                some(this::bookLevel),
                random.nextLong(),
                number(),
                number(),
                number());
    }

    private HeatmapData heatmap() {
        return new HeatmapData(
                text("B"),
                maybe(text("okx")),
                time(),
                oneOf(Interval.values()),
                positive(),
                plusOne(some(this::level)),
                some(this::cluster),
                new HeatmapSummary(
                        number(),
                        number(),
                        number(),
                        number(),
                        number(),
                        number(),
                        random.nextLong(),
                        some(this::zone)));
    }

    private HeatmapCluster cluster() {
        return new HeatmapCluster(text("B"), number(), number(), some(this::level), number(), number(), time());
    }

    private CriticalZone zone() {
        return new CriticalZone(number(), number(), oneOf(ZoneType.values()), number(), number());
    }

    private HeatmapLevel level() {
        return new HeatmapLevel(number(), number(), number(), number(), number(), random.nextLong());
    }

    private OrderBookLevel bookLevel() {
        return new OrderBookLevel(number(), number(), maybe(random.nextLong()));
    }

    private PositionSide positionSide() {
        return new PositionSide(random.nextLong(), number(), number());
    }

    private BigDecimal number() {
        BigInteger digits = new BigInteger(random.nextInt(200), random);
        return new BigDecimal(random.nextBoolean() ? digits : digits.negate(), random.nextInt(400) - 200);
    }

    private BigDecimal positive() {
        BigDecimal number = number().abs();
        return number.signum() == 0 ? BigDecimal.ONE : number;
    }

    private long time() {
        return 1 + random.nextLong(Long.MAX_VALUE - 1);
    }

    private String text(String text) {
        return text + oneOf(new String[] {"", "-", "{x}", "币安", "\"", "\\", "\ud83d\ude00", "\u0001", "\ufffd"});
    }

    private <T> T oneOf(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> T maybe(T value) {
        return random.nextBoolean() ? value : null;
    }

    private <T> List<T> some(Supplier<T> next) {
        return Stream.generate(next).limit(random.nextInt(4)).toList();
    }

    private List<HeatmapLevel> plusOne(List<HeatmapLevel> levels) {
        return Stream.concat(levels.stream(), Stream.of(level())).toList();
    }
}
