package io.gort.camel.streams.karaf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.XAddParams;

/** Liquidations that are told apart by their price. */
final class Liquidations {

    private static final int LOWEST_PRICE = 50_000;

    private Liquidations() {}

    /** Adds valid ones to a stream; gives their prices. */
    static List<String> publish(RedisClient client, String stream, int first, int count) {
        List<String> prices = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            String price = String.valueOf(LOWEST_PRICE + i);
            publish(client, stream, price, String.valueOf((LOWEST_PRICE + i) * 0.5));
            prices.add(price);
        }
        return prices;
    }

    /** Adds one whose value is not what price and quantity make. */
    static void publishInvalid(RedisClient client, String stream, String price) {
        publish(client, stream, price, "-1");
    }

    private static void publish(RedisClient client, String stream, String price, String value) {
        String[] name = stream.split(":");
        Map<String, String> fields = new HashMap<>();
        fields.put("exchange", name[1]);
        fields.put("symbol", name[2]);
        fields.put("side", "long");
        fields.put("price", price);
        fields.put("quantity", "0.5");
        fields.put("order_type", "liquidation");
        fields.put("value", value);
        fields.put("timestamp", String.valueOf(System.currentTimeMillis()));
        client.xadd(stream, XAddParams.xAddParams(), fields);
    }
}
