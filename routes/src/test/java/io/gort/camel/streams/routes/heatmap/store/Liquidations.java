package io.gort.camel.streams.routes.heatmap.store;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.OrderType;
import io.gort.camel.streams.trade.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Liquidations as tests need them. */
public final class Liquidations {

    private static final List<String> EXCHANGES = List.of("binance", "okx", "bybit");
    private static final Side[] SIDES = Side.values();

    private Liquidations() {}

    public static LiquidationEvent event(
            String exchange, String symbol, long time, Side side, String price, String quantity) {
        return new LiquidationEvent(
                exchange,
                symbol,
                time,
                side,
                new BigDecimal(price),
                new BigDecimal(quantity),
                null,
                OrderType.LIQUIDATION);
    }

    /** An entry that was added at a time to the stream of its event. */
    public static LiquidationEntry entry(LiquidationEvent event, long addedAt, long sequence) {
        return new LiquidationEntry(event.streamName().key(), new EntryId(addedAt, sequence), event);
    }

    /**
     * Entries that were added now, whose events happened within a time before it, around a price of 45 000, with
     * amounts of up to 8 decimals.
     */
    public static List<LiquidationEntry> within(long now, long span, String symbol, int count, Random random) {
        List<LiquidationEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LiquidationEvent event = event(
                    EXCHANGES.get(random.nextInt(EXCHANGES.size())),
                    symbol,
                    now - random.nextLong(span),
                    SIDES[random.nextInt(SIDES.length)],
                    BigDecimal.valueOf(4_400_000 + random.nextInt(200_000), 2).toPlainString(),
                    BigDecimal.valueOf(1 + random.nextInt(1_000_000_000), 8).toPlainString());
            entries.add(entry(event, now, i));
        }
        return entries;
    }
}
