package io.gort.camel.streams.trade.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gort.camel.streams.trade.MarketSnapshot;
import java.util.Map;

/** The second generation added open interest and turnover in USD. */
final class MarketForm extends RecordForm<MarketSnapshot> {

    static final MarketForm INSTANCE = new MarketForm();

    private static final Map<String, String> UNSET = Map.of("open_interest_usd", "0", "turnover_24h", "0");

    private MarketForm() {
        super(MarketSnapshot.class, "market snapshot");
    }

    @Override
    MarketSnapshot read(Members members) {
        return new MarketSnapshot(
                members.text("exchange"),
                members.text("symbol"),
                members.integer("timestamp"),
                members.number("mark_price"),
                members.number("index_price"),
                members.number("funding_rate"),
                members.number("open_interest"),
                members.number("volume_24h"),
                members.integer("next_funding_time"),
                members.optionalNumber("open_interest_usd"),
                members.optionalNumber("turnover_24h"));
    }

    @Override
    void write(MarketSnapshot snapshot, ObjectNode to) {
        to.put("exchange", snapshot.exchange());
        to.put("symbol", snapshot.symbol());
        to.put("timestamp", snapshot.timestamp());
        to.put("mark_price", snapshot.markPrice());
        to.put("index_price", snapshot.indexPrice());
        to.put("funding_rate", snapshot.fundingRate());
        to.put("open_interest", snapshot.openInterest());
        to.put("volume_24h", snapshot.volume24h());
        to.put("next_funding_time", snapshot.nextFundingTime());
        if (snapshot.openInterestUsd() != null) {
            to.put("open_interest_usd", snapshot.openInterestUsd());
        }
        if (snapshot.turnover24h() != null) {
            to.put("turnover_24h", snapshot.turnover24h());
        }
    }

    @Override
    Map<String, String> unsetFields() {
        return UNSET;
    }
}
