package io.gort.camel.streams.examples.setup;

import java.util.ArrayList;
import java.util.List;

/** A consumer group that is to exist on a stream. */
record PlannedGroup(String streamKey, String group) {

    static final List<String> EXCHANGES =
            List.of("binance", "okx", "bybit", "coinbase", "kraken", "deribit", "bitfinex");
    static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT", "BNBUSDT", "SOLUSDT", "XRPUSDT");

    private static final List<String> TYPES = List.of("liquidations", "market", "positions", "orderbook");
    private static final List<String> GROUPS = List.of("aggregator-group", "storage-group", "monitor-group");

    /** Three groups on each {@code type:exchange:symbol}, one on each {@code heatmap:symbol}. */
    static List<PlannedGroup> on(List<String> exchanges, List<String> symbols) {
        List<PlannedGroup> plan = new ArrayList<>();
        for (String symbol : symbols) {
            for (String exchange : exchanges) {
                for (String type : TYPES) {
                    String streamKey = type + ":" + exchange + ":" + symbol;
                    GROUPS.forEach(group -> plan.add(new PlannedGroup(streamKey, group)));
                }
            }
            plan.add(new PlannedGroup("heatmap:" + symbol, "api-group"));
        }
        return plan;
    }
}
