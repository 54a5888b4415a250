package io.gort.camel.streams.trade.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gort.camel.streams.trade.PositionDistribution;
import io.gort.camel.streams.trade.PositionSide;

/** Only the first generation has positions. */
final class PositionsForm extends RecordForm<PositionDistribution> {

    static final PositionsForm INSTANCE = new PositionsForm();

    private PositionsForm() {
        super(PositionDistribution.class, "position distribution");
    }

    @Override
    PositionDistribution read(Members members) {
        return new PositionDistribution(
                members.text("exchange"),
                members.text("symbol"),
                members.integer("timestamp"),
                members.number("price_level"),
                members.object("long_positions", PositionsForm::readSide),
                members.object("short_positions", PositionsForm::readSide));
    }

    @Override
    void write(PositionDistribution positions, ObjectNode to) {
        to.put("exchange", positions.exchange());
        to.put("symbol", positions.symbol());
        to.put("timestamp", positions.timestamp());
        to.put("price_level", positions.priceLevel());
        writeSide(positions.longPositions(), to.putObject("long_positions"));
        writeSide(positions.shortPositions(), to.putObject("short_positions"));
    }

    private static PositionSide readSide(Members members) {
        return new PositionSide(members.integer("count"), members.number("volume"), members.number("avg_leverage"));
    }

    private static void writeSide(PositionSide side, ObjectNode to) {
        to.put("count", side.count());
        to.put("volume", side.volume());
        to.put("avg_leverage", side.avgLeverage());
    }
}
