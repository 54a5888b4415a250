package io.gort.camel.streams.examples.heatmap.feed;

import java.util.Map;
import java.util.Random;

/** What goes wrong on real feeds. Each of these breaks a rule that the consuming side checks. */
final class BadEvents {

    private static final int KINDS = 8;

    private BadEvents() {}

    /** Makes a valid event invalid. */
    static void spoil(Map<String, String> fields, Random random) {
        switch (random.nextInt(KINDS)) {
            case 0 -> fields.put("price", "abc");
            case 1 -> fields.put("price", "NaN");
            case 2 -> fields.put("price", "-" + fields.get("price"));
            case 3 -> fields.put("quantity", "0");
            case 4 -> fields.put("side", "sideways");
            case 5 -> fields.put("order_type", "margin_call");
            case 6 -> fields.remove("timestamp");
            default -> {
                fields.put("timestamp", "0");
                fields.put("quantity", "1,000");
            }
        }
    }
}
