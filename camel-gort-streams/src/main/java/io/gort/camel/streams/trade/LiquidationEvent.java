package io.gort.camel.streams.trade;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A position that was closed by force. Of the optional values zero and empty text say the same as nothing, because
 * entries carry them so when they are unset; they are held as null.
 *
 * @param exchange       where it happened
 * @param symbol         the instrument
 * @param timestamp      when it happened, in milliseconds since 1970
 * @param side           the side, in the exchange's own vocabulary
 * @param price          the price of the forced order, above zero
 * @param quantity       the quantity of the forced order, above zero
 * @param value          the value in USD as the exchange tells it, not negative
 * @param orderType      why the position was closed
 * @param avgPrice       the average price at which the order was filled
 * @param filledQty      the quantity that was filled
 * @param orderStatus    the exchange's word for the order's state, such as {@code FILLED}
 * @param orderTradeTime when the order was filled, in milliseconds since 1970
 */
public record LiquidationEvent(
        String exchange,
        String symbol,
        long timestamp,
        Side side,
        BigDecimal price,
        BigDecimal quantity,
        @Nullable BigDecimal value,
        OrderType orderType,
        @Nullable BigDecimal avgPrice,
        @Nullable BigDecimal filledQty,
        @Nullable String orderStatus,
        @Nullable Long orderTradeTime)
        implements TradeRecord {

    public LiquidationEvent {
        Objects.requireNonNull(exchange, "exchange");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(orderType, "orderType");
        price = Decimals.amount("price", price);
        quantity = Decimals.amount("quantity", quantity);
        value = Decimals.optionalAmount("value", value);
        avgPrice = Decimals.optionalAmount("avgPrice", avgPrice);
        filledQty = Decimals.optionalAmount("filledQty", filledQty);
        orderStatus = orderStatus == null || orderStatus.isEmpty() ? null : orderStatus;
        orderTradeTime = orderTradeTime == null || orderTradeTime == 0 ? null : orderTradeTime;
    }

    /** An event of which nothing is known about how the order was filled. */
    public LiquidationEvent(
            String exchange,
            String symbol,
            long timestamp,
            Side side,
            BigDecimal price,
            BigDecimal quantity,
            @Nullable BigDecimal value,
            OrderType orderType) {
        this(exchange, symbol, timestamp, side, price, quantity, value, orderType, null, null, null, null);
    }

    @Override
    public DataType dataType() {
        return DataType.LIQUIDATIONS;
    }

    /** The value in USD: as told, else average price times filled quantity, else price times quantity. */
    public BigDecimal notionalValue() {
        if (value != null) {
            return value;
        }
        return avgPrice != null && filledQty != null ? product(avgPrice, filledQty) : product(price, quantity);
    }

    /** The position that was liquidated, whichever vocabulary the side is in. */
    public Position liquidatedPosition() {
        return side.liquidatedPosition();
    }

    @Override
    public List<Violation> violations() {
        return Rules.common(this)
                .aboveZero("price", price)
                .aboveZero("quantity", quantity)
                .notNegative("value", value)
                .violations();
    }

    private static BigDecimal product(BigDecimal amount, BigDecimal times) {
        BigDecimal product = amount.multiply(times);
        return product.signum() == 0 ? BigDecimal.ZERO : product.stripTrailingZeros();
    }
}
