package io.gort.camel.streams.routes.feeds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The exchanges with a public feed of liquidations: what each is told, and how its frames are read. */
public enum Venue {
    BINANCE(BinanceNormaliser::new) {
        @Override
        public List<String> subscriptions(Set<String> instruments) {
            ObjectNode message = message("method", "SUBSCRIBE");
            ArrayNode streams = message.putArray("params");
            if (instruments.isEmpty()) {
                streams.add("!forceOrder@arr");
            }
            sorted(instruments).forEach(instrument -> streams.add(instrument.toLowerCase(Locale.ROOT) + "@forceOrder"));
            return List.of(message.put("id", 1).toString());
        }
    },

    BYBIT(BybitNormaliser::new) {
        @Override
        public List<String> subscriptions(Set<String> instruments) {
            ObjectNode message = message("op", "subscribe");
            ArrayNode topics = message.putArray("args");
            someOf(instruments, "BTCUSDT").forEach(instrument -> topics.add("allLiquidation." + instrument));
            return List.of(message.toString());
        }

        @Override
        public Optional<String> ping() {
            return Optional.of("{\"op\":\"ping\"}");
        }
    },

    OKX(OkxNormaliser::new) {
        @Override
        public List<String> subscriptions(Set<String> instruments) {
            ObjectNode message = message("op", "subscribe");
            ArrayNode channels = message.putArray("args");
            for (String type : List.of("SWAP", "FUTURES")) {
                if (instruments.isEmpty()
                        || instruments.stream().map(this::typeOf).anyMatch(type::equals)) {
                    channels.addObject().put("channel", "liquidation-orders").put("instType", type);
                }
            }
            return List.of(message.toString());
        }

        private String typeOf(String instrument) {
            return instrument.endsWith("-SWAP") ? "SWAP" : "FUTURES";
        }

        @Override
        public Optional<String> ping() {
            return Optional.of("ping");
        }
    },

    DERIBIT(DeribitNormaliser::new) {
        @Override
        public List<String> subscriptions(Set<String> instruments) {
            ObjectNode heartbeat = message("jsonrpc", "2.0").put("id", 1).put("method", "public/set_heartbeat");
            heartbeat.putObject("params").put("interval", 30);
            ObjectNode message = message("jsonrpc", "2.0").put("id", 2).put("method", "public/subscribe");
            ArrayNode channels = message.putObject("params").putArray("channels");
            if (instruments.isEmpty()) {
                channels.add("trades.future.any.100ms");
            }
            sorted(instruments).forEach(instrument -> channels.add("trades." + instrument + ".100ms"));
            return List.of(heartbeat.toString(), message.toString());
        }

        @Override
        public Optional<String> answerTo(String frame) {
            return frame.contains("\"test_request\"") ? ping() : Optional.empty();
        }

        @Override
        public Optional<String> ping() {
            ObjectNode test = message("jsonrpc", "2.0").put("id", 3).put("method", "public/test");
            test.putObject("params");
            return Optional.of(test.toString());
        }
    },

    KRAKEN(KrakenNormaliser::new) {
        @Override
        public List<String> subscriptions(Set<String> instruments) {
            ObjectNode message = message("event", "subscribe").put("feed", "trade");
            ArrayNode products = message.putArray("product_ids");
            someOf(instruments, "PF_XBTUSD").forEach(products::add);
            return List.of(message.toString());
        }
    },

    BITFINEX(BitfinexNormaliser::new) {
        @Override
        public List<String> subscriptions(Set<String> instruments) {
            return List.of(message("event", "subscribe")
                    .put("channel", "status")
                    .put("key", "liq:global")
                    .toString());
        }

        @Override
        public Optional<String> ping() {
            return Optional.of("{\"event\":\"ping\"}");
        }
    };

    private final String label = name().toLowerCase(Locale.ROOT);
    private final Function<FeedSettings, Normaliser> normaliser;

    Venue(Function<FeedSettings, Normaliser> normaliser) {
        this.normaliser = normaliser;
    }

    /**
     * The exchange of this name.
     *
     * @throws IllegalArgumentException if there is none, or it has no public feed of liquidations
     */
    public static Venue parse(String name) {
        for (Venue venue : values()) {
            if (venue.label.equals(name)) {
                return venue;
            }
        }
        String others = Arrays.stream(values()).map(Venue::label).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("exchange: " + name + " (expected: one with a public feed of liquidations, "
                + others + "; Coinbase has none)");
    }

    /** Its name, as in stream keys. */
    public String label() {
        return label;
    }

    /** How its frames are read. */
    public FrameReader reader(FeedSettings settings) {
        return new FrameReader(label, normaliser.apply(settings));
    }

    /**
     * What is said after each connect, to get the liquidations of some instruments, or of all if none is named.
     *
     * @throws IllegalArgumentException if none is named and the exchange cannot give all
     */
    public abstract List<String> subscriptions(Set<String> instruments);

    /**
     * What is said now and then, so that the exchange keeps the connection; where nothing, a ping of WebSocket will do.
     */
    public Optional<String> ping() {
        return Optional.empty();
    }

    /** What is said to a frame that asks for it. */
    public Optional<String> answerTo(String frame) {
        return Optional.empty();
    }

    private static ObjectNode message(String name, String value) {
        return JsonNodeFactory.instance.objectNode().put(name, value);
    }

    private static List<String> sorted(Collection<String> instruments) {
        return instruments.stream().sorted().toList();
    }

    List<String> someOf(Set<String> instruments, String example) {
        if (instruments.isEmpty()) {
            throw new IllegalArgumentException(
                    "symbols: none (expected: some of " + label + ", such as " + example + "; it has no feed of all)");
        }
        return sorted(instruments);
    }
}
