package io.gort.camel.streams.trade;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One price of an order book.
 *
 * @param price the price
 * @param size  the quantity that is offered or wanted there; the newer clients call it {@code quantity}
 * @param count how many orders make it up, where the exchange tells
 */
public record OrderBookLevel(
        BigDecimal price, BigDecimal size, @Nullable Long count) {

    public OrderBookLevel {
        price = Decimals.amount("price", price);
        size = Decimals.amount("size", size);
    }

    /** A level of which the number of orders is not known. */
    public OrderBookLevel(BigDecimal price, BigDecimal size) {
        this(price, size, null);
    }
}
