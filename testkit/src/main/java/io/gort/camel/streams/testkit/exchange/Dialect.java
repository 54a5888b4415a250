package io.gort.camel.streams.testkit.exchange;

import java.util.List;
import java.util.Locale;

/** How one exchange talks, by its public documentation. */
public enum Dialect {
    BINANCE("BTCUSDT", "BTCUSDT@forceOrder") {
        @Override
        public String liquidation(Liquidation told) {
            return """
                    {"e":"forceOrder","E":%1$d,"o":{"s":"BTCUSDT","S":"%2$s","o":"LIMIT","f":"IOC","q":"%3$s","p":"%4$s",\
                    "ap":"%4$s","X":"FILLED","l":"%3$s","z":"%3$s","T":%1$d}}""".formatted(told.time(), told.wasLong() ? "SELL" : "BUY", told.coins(), told.price());
        }

        @Override
        List<String> answer(String message) {
            return List.of("{\"result\":null,\"id\":1}");
        }

        @Override
        public List<String> ordinaryFrames() {
            return List.of("{\"e\":\"aggTrade\",\"s\":\"BTCUSDT\",\"p\":\"1\",\"q\":\"1\"}");
        }
    },

    BYBIT("BTCUSDT", "allLiquidation.BTCUSDT") {
        @Override
        public String liquidation(Liquidation told) {
            return """
                    {"topic":"allLiquidation.BTCUSDT","type":"snapshot","ts":%1$d,"data":[{"T":%1$d,"s":"BTCUSDT","S":"%2$s",\
                    "v":"%3$s","p":"%4$s"}]}""".formatted(told.time(), told.wasLong() ? "Buy" : "Sell", told.coins(), told.price());
        }

        @Override
        List<String> answer(String message) {
            return List.of("{\"success\":true,\"ret_msg\":\"\",\"conn_id\":\"1\",\"op\":\"%s\"}"
                    .formatted(message.contains("\"ping\"") ? "ping" : "subscribe"));
        }

        @Override
        public List<String> ordinaryFrames() {
            return List.of("{\"topic\":\"publicTrade.BTCUSDT\",\"data\":[{\"S\":\"Buy\",\"v\":\"1\",\"p\":\"1\"}]}");
        }
    },

    OKX("BTC-USDT-SWAP", "\"liquidation-orders\",\"instType\":\"SWAP\"") {
        @Override
        public String liquidation(Liquidation told) {
            return """
                    {"arg":{"channel":"liquidation-orders","instType":"SWAP"},"data":[{"details":[{"bkLoss":"0","bkPx":"%4$s",\
                    "ccy":"","posSide":"%5$s","side":"%2$s","sz":"%3$s","ts":"%1$d"}],"instFamily":"BTC-USDT",\
                    "instId":"BTC-USDT-SWAP","instType":"SWAP","uly":"BTC-USDT"}]}""".formatted(
                            told.time(),
                            told.wasLong() ? "sell" : "buy",
                            told.coins().movePointRight(2).toPlainString(),
                            told.price(),
                            told.wasLong() ? "long" : "short");
        }

        @Override
        List<String> answer(String message) {
            return List.of(
                    message.equals("ping")
                            ? "pong"
                            : "{\"event\":\"subscribe\",\"arg\":{\"channel\":\"liquidation-orders\"}}");
        }

        @Override
        public List<String> ordinaryFrames() {
            return List.of(
                    "{\"arg\":{\"channel\":\"liquidation-orders\",\"instType\":\"SWAP\"},\"data\":[]}",
                    "{\"arg\":{\"channel\":\"trades\"},\"data\":[{\"px\":\"1\",\"sz\":\"1\",\"side\":\"sell\"}]}");
        }
    },

    DERIBIT("BTC_USDC-PERPETUAL", "trades.BTC_USDC-PERPETUAL.") {
        @Override
        public String liquidation(Liquidation told) {
            return trade(told, "\"liquidation\":\"T\",");
        }

        private String trade(Liquidation told, String mark) {
            return """
                    {"jsonrpc":"2.0","method":"subscription","params":{"channel":"trades.BTC_USDC-PERPETUAL.100ms","data":[{%5$s\
                    "trade_seq":1,"trade_id":"1","timestamp":%1$d,"price":%4$s,"mark_price":%4$s,\
                    "instrument_name":"BTC_USDC-PERPETUAL","index_price":%4$s,"direction":"%2$s","amount":%3$s}]}}""".formatted(told.time(), told.wasLong() ? "sell" : "buy", told.coins(), told.price(), mark);
        }

        @Override
        List<String> answer(String message) {
            return List.of("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"ok\"}");
        }

        @Override
        public List<String> ordinaryFrames() {
            return List.of(
                    "{\"jsonrpc\":\"2.0\",\"method\":\"heartbeat\",\"params\":{\"type\":\"test_request\"}}",
                    trade(Liquidation.number(1), ""));
        }
    },

    KRAKEN("PF_XBTUSD", "\"product_ids\":[\"PF_XBTUSD\"]") {
        @Override
        public String liquidation(Liquidation told) {
            return trade(told, "liquidation");
        }

        private String trade(Liquidation told, String type) {
            return """
                    {"feed":"trade","product_id":"PF_XBTUSD","uid":"1","side":"%2$s","type":"%5$s","seq":1,"time":%1$d,\
                    "qty":%3$s,"price":%4$s}""".formatted(told.time(), told.wasLong() ? "sell" : "buy", told.coins(), told.price(), type);
        }

        @Override
        List<String> answer(String message) {
            return List.of(
                    "{\"event\":\"subscribed\",\"feed\":\"trade\",\"product_ids\":[\"PF_XBTUSD\"]}",
                    "{\"feed\":\"trade_snapshot\",\"product_id\":\"PF_XBTUSD\",\"trades\":["
                            + liquidation(Liquidation.number(1)) + "]}");
        }

        @Override
        public List<String> ordinaryFrames() {
            return List.of("{\"feed\":\"heartbeat\",\"time\":1}", trade(Liquidation.number(1), "fill"));
        }
    },

    BITFINEX("tBTCF0:USTF0", "\"liq:global\"") {
        @Override
        public String liquidation(Liquidation told) {
            return "[91684,[" + row(told, 0) + "," + row(told, 1) + "]]";
        }

        private String row(Liquidation told, int isMatch) {
            return """
                    ["pos",1,%1$d,null,"tBTCF0:USTF0",%2$s%3$s,1,null,%5$d,%5$d,null,%4$s]""".formatted(
                            told.time(),
                            told.wasLong() ? "" : "-",
                            told.coins(),
                            isMatch == 1 ? told.price().toPlainString() : "null",
                            isMatch);
        }

        @Override
        List<String> answer(String message) {
            return List.of(
                    message.contains("\"ping\"")
                            ? "{\"event\":\"pong\",\"ts\":1}"
                            : "{\"event\":\"subscribed\",\"channel\":\"status\",\"chanId\":91684,\"key\":\"liq:global\"}");
        }

        @Override
        public List<String> ordinaryFrames() {
            return List.of("[91684,\"hb\"]", "{\"event\":\"info\",\"version\":2}");
        }
    };

    private final String instrument;
    private final String subscription;

    Dialect(String instrument, String subscription) {
        this.instrument = instrument;
        this.subscription = subscription;
    }

    /** The exchange's name, as in stream keys. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The instrument that it tells of. */
    public String instrument() {
        return instrument;
    }

    /** The frame that tells of a liquidation. */
    public abstract String liquidation(Liquidation told);

    /** Frames of other kinds that come in between. */
    public abstract List<String> ordinaryFrames();

    /** What it answers to a message. */
    abstract List<String> answer(String message);

    /** Whether a message asks for the liquidations. */
    boolean isSubscription(String message) {
        return message.toLowerCase(Locale.ROOT).contains(subscription.toLowerCase(Locale.ROOT));
    }
}
