package io.gort.camel.streams.trade.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gort.camel.streams.trade.BookFigures;
import io.gort.camel.streams.trade.OrderBookLevel;
import io.gort.camel.streams.trade.OrderBookSnapshot;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The second generation renamed {@code sequence_id} to {@code last_update_id} and a level's {@code size} to
 * {@code quantity}; both names are written, either is read. It added figures that follow from the levels; where they
 * are absent, they are derived.
 */
final class OrderBookForm extends RecordForm<OrderBookSnapshot> {

    static final OrderBookForm INSTANCE = new OrderBookForm();

    private OrderBookForm() {
        super(OrderBookSnapshot.class, "order book");
    }

    @Override
    OrderBookSnapshot read(Members members) {
        List<OrderBookLevel> bids = members.list("bids", OrderBookForm::readLevel);
        List<OrderBookLevel> asks = members.list("asks", OrderBookForm::readLevel);
        BookFigures derived = BookFigures.of(bids, asks);
        return new OrderBookSnapshot(
                members.text("exchange"),
                members.text("symbol"),
                members.integer("timestamp"),
                bids,
                asks,
                members.integer(members.firstOf("sequence_id", "last_update_id")),
                orElse(members.optionalNumber("spread"), derived.spread()),
                orElse(members.optionalNumber("mid_price"), derived.midPrice()),
                orElse(members.optionalNumber("imbalance"), derived.imbalance()));
    }

    @Override
    void write(OrderBookSnapshot book, ObjectNode to) {
        to.put("exchange", book.exchange());
        to.put("symbol", book.symbol());
        to.put("timestamp", book.timestamp());
        writeLevels(book.bids(), to.putArray("bids"));
        writeLevels(book.asks(), to.putArray("asks"));
        to.put("sequence_id", book.sequenceId());
        to.put("last_update_id", book.sequenceId());
        to.put("spread", book.spread());
        to.put("mid_price", book.midPrice());
        to.put("imbalance", book.imbalance());
    }

    private static OrderBookLevel readLevel(Members members) {
        return new OrderBookLevel(
                members.number("price"),
                members.number(members.firstOf("size", "quantity")),
                members.optionalInteger("count"));
    }

    private static void writeLevels(List<OrderBookLevel> levels, ArrayNode to) {
        for (OrderBookLevel level : levels) {
            ObjectNode members = to.addObject();
            members.put("price", level.price());
            members.put("size", level.size());
            members.put("quantity", level.size());
            if (level.count() != null) {
                members.put("count", level.count());
            }
        }
    }

    private static BigDecimal orElse(@Nullable BigDecimal given, BigDecimal derived) {
        return given == null ? derived : given;
    }
}
