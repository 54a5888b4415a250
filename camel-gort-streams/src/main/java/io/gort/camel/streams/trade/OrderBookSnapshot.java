package io.gort.camel.streams.trade;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * An order book at one moment.
 *
 * @param exchange   where it was read
 * @param symbol     the instrument
 * @param timestamp  when it was read, in milliseconds since 1970
 * @param bids       what is wanted, in any order, unmodifiable
 * @param asks       what is offered, in any order, unmodifiable
 * @param sequenceId the exchange's number of this state; the newer clients call it {@code last_update_id}
 * @param spread     lowest ask less highest bid
 * @param midPrice   the middle between lowest ask and highest bid
 * @param imbalance  from -1, only asks, to 1, only bids
 */
public record OrderBookSnapshot(
        String exchange,
        String symbol,
        long timestamp,
        List<OrderBookLevel> bids,
        List<OrderBookLevel> asks,
        long sequenceId,
        BigDecimal spread,
        BigDecimal midPrice,
        BigDecimal imbalance)
        implements TradeRecord {

    public OrderBookSnapshot {
        Objects.requireNonNull(exchange, "exchange");
        Objects.requireNonNull(symbol, "symbol");
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
        spread = Decimals.amount("spread", spread);
        midPrice = Decimals.amount("midPrice", midPrice);
        imbalance = Decimals.amount("imbalance", imbalance);
    }

    /** A book whose spread, middle price and imbalance are derived from its levels by {@link BookFigures}. */
    public OrderBookSnapshot(
            String exchange,
            String symbol,
            long timestamp,
            List<OrderBookLevel> bids,
            List<OrderBookLevel> asks,
            long sequenceId) {
        this(exchange, symbol, timestamp, bids, asks, sequenceId, BookFigures.of(bids, asks));
    }

    private OrderBookSnapshot(
            String exchange,
            String symbol,
            long timestamp,
            List<OrderBookLevel> bids,
            List<OrderBookLevel> asks,
            long sequenceId,
            BookFigures figures) {
        this(
                exchange,
                symbol,
                timestamp,
                bids,
                asks,
                sequenceId,
                figures.spread(),
                figures.midPrice(),
                figures.imbalance());
    }

    @Override
    public DataType dataType() {
        return DataType.ORDERBOOK;
    }

    @Override
    public List<Violation> violations() {
        return Rules.common(this).violations();
    }
}
