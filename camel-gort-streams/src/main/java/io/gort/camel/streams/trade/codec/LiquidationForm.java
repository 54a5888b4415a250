package io.gort.camel.streams.trade.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.OrderType;
import io.gort.camel.streams.trade.Side;
import java.math.BigDecimal;
import java.util.Map;

/** The second generation added how the order was filled; its clients write the four fields also when unset. */
final class LiquidationForm extends RecordForm<LiquidationEvent> {

    static final LiquidationForm INSTANCE = new LiquidationForm();

    private static final Map<String, String> UNSET =
            Map.of("avg_price", "0", "filled_qty", "0", "order_status", "", "order_trade_time", "0");

    private LiquidationForm() {
        super(LiquidationEvent.class, "liquidation event");
    }

    @Override
    LiquidationEvent read(Members members) {
        return new LiquidationEvent(
                members.text("exchange"),
                members.text("symbol"),
                members.integer("timestamp"),
                members.oneOf("side", Side::find, Side.LONG, "long, short, BUY or SELL"),
                members.number("price"),
                members.number("quantity"),
                members.optionalNumber("value"),
                members.oneOf("order_type", OrderType::find, OrderType.ADL, "liquidation, adl or bankruptcy"),
                members.optionalNumber("avg_price"),
                members.optionalNumber("filled_qty"),
                members.optionalText("order_status"),
                members.optionalInteger("order_trade_time"));
    }

    @Override
    void write(LiquidationEvent event, ObjectNode to) {
        to.put("exchange", event.exchange());
        to.put("symbol", event.symbol());
        to.put("timestamp", event.timestamp());
        to.put("side", event.side().wireName());
        to.put("price", event.price());
        to.put("quantity", event.quantity());
        to.put("value", event.value() == null ? BigDecimal.ZERO : event.value());
        to.put("order_type", event.orderType().wireName());
        if (event.avgPrice() != null) {
            to.put("avg_price", event.avgPrice());
        }
        if (event.filledQty() != null) {
            to.put("filled_qty", event.filledQty());
        }
        if (event.orderStatus() != null) {
            to.put("order_status", event.orderStatus());
        }
        if (event.orderTradeTime() != null) {
            to.put("order_trade_time", event.orderTradeTime());
        }
    }

    @Override
    Map<String, String> unsetFields() {
        return UNSET;
    }
}
