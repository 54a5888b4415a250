package io.gort.camel.streams.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XAddParams;

/** The entries that benchmarks deal with: liquidations, whose timestamps number them. */
final class Entries {

    /** How many are read, or written in a pipeline, at a time. */
    static final int BATCH = 100;

    private static final String NUMBER_FIELD = "timestamp";

    private static final long FIRST_TIMESTAMP = 1_757_000_000_000L;

    private Entries() {}

    static Map<String, String> fields(int number) {
        return fields(number, number / 20);
    }

    /** With a price that is far from the one before. */
    static Map<String, String> scatteredFields(int number) {
        return fields(number, number * 37);
    }

    private static Map<String, String> fields(int number, int step) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("exchange", "binance");
        fields.put("symbol", "BTCUSDT");
        fields.put(NUMBER_FIELD, Long.toString(FIRST_TIMESTAMP + number));
        fields.put("side", "long");
        fields.put("price", (44_550 + step % 900) + ".5");
        fields.put("quantity", "1.25");
        fields.put("value", "56250.625");
        fields.put("order_type", "liquidation");
        return fields;
    }

    /** All of them, made before the time is taken. */
    static List<Map<String, String>> upTo(int end) {
        return IntStream.range(0, end).mapToObj(Entries::fields).toList();
    }

    /** Which of the entries has these fields. */
    static int number(Map<?, ?> fields) {
        return Math.toIntExact(Long.parseLong(String.valueOf(fields.get(NUMBER_FIELD))) - FIRST_TIMESTAMP);
    }

    /** Puts entries on a stream, which must be new. */
    static void fill(RedisClient redis, String streamKey, int entries, IntFunction<Map<String, String>> fields) {
        try (AbstractPipeline pipeline = redis.pipelined()) {
            for (int number = 0; number < entries; number++) {
                pipeline.xadd(
                        streamKey, fields.apply(number), XAddParams.xAddParams().id(StreamEntryID.NEW_ENTRY));
                if (number % BATCH == 0) {
                    pipeline.sync();
                }
            }
        }
    }
}
