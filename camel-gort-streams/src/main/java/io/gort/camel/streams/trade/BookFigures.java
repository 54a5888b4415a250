package io.gort.camel.streams.trade;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * What follows from the levels of an order book.
 *
 * @param spread    lowest ask less highest bid; 0 where one side is empty
 * @param midPrice  the middle between the two; 0 where one side is empty
 * @param imbalance (size of the bids - size of the asks) / (both), from -1 to 1; 0 for an empty book
 */
public record BookFigures(BigDecimal spread, BigDecimal midPrice, BigDecimal imbalance) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** The figures of a book whose levels stand in any order; imbalance has 16 digits, the others are exact. */
    public static BookFigures of(List<OrderBookLevel> bids, List<OrderBookLevel> asks) {
        Optional<BigDecimal> bid = bids.stream().map(OrderBookLevel::price).reduce(BigDecimal::max);
        Optional<BigDecimal> ask = asks.stream().map(OrderBookLevel::price).reduce(BigDecimal::min);
        if (bid.isEmpty() || ask.isEmpty()) {
            return new BookFigures(BigDecimal.ZERO, BigDecimal.ZERO, imbalance(bids, asks));
        }
        return new BookFigures(
                ask.get().subtract(bid.get()), ask.get().add(bid.get()).divide(TWO), imbalance(bids, asks));
    }

    private static BigDecimal imbalance(List<OrderBookLevel> bids, List<OrderBookLevel> asks) {
        BigDecimal wanted = size(bids);
        BigDecimal offered = size(asks);
        BigDecimal both = wanted.add(offered);
        return both.signum() == 0 ? BigDecimal.ZERO : wanted.subtract(offered).divide(both, MathContext.DECIMAL64);
    }

    private static BigDecimal size(List<OrderBookLevel> levels) {
        return levels.stream().map(OrderBookLevel::size).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
