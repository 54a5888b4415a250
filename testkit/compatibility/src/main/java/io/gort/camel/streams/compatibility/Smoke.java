package io.gort.camel.streams.compatibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * What every combination of versions must be able to do, in a process of its own: {@code Smoke host port}. Ends with 0
 * if it can; else with 1 and what went wrong on the standard error.
 */
public final class Smoke {

    private static final int ENTRIES = 500;
    private static final long PATIENCE_MILLIS = 30_000;
    private static final String STREAM = "liquidations:binance:BTCUSDT";
    private static final String COPY = "liquidations:copy:BTCUSDT";

    private final Set<Integer> handled = ConcurrentHashMap.newKeySet();
    private final List<String> trouble = Collections.synchronizedList(new ArrayList<>());
    private final String host;
    private final int port;

    private Smoke(String host, int port) {
        this.host = host;
        this.port = port;
    }

    public static void main(String[] arguments) throws Exception {
        new Smoke(arguments[0], Integer.parseInt(arguments[1])).run();
    }

    private void run() throws Exception {
        try (CamelContext camel = new DefaultCamelContext()) {
            camel.addRoutes(routes());
            camel.start();
            publishOneByOneAndAsAList(camel.createProducerTemplate());
            await("all entries handled, but for the poison one", () -> handled.size() == ENTRIES - 1);
            ProducerTemplate template = camel.createProducerTemplate();
            await("one dead letter", () -> length(template, "dead-letter:{" + STREAM + "}") == 1);
            await("a copy of each", () -> length(template, COPY) == ENTRIES - 1);
        }
        if (!trouble.isEmpty()) {
            throw new IllegalStateException(trouble.toString());
        }
    }

    private RouteBuilder routes() {
        String server = "&host=" + host + "&port=" + port;
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:publish").to("gort-streams:" + STREAM + "?validate=false" + server);
                from("direct:length").to("gort-streams:any?operation=length" + server);
                from("gort-streams:liquidations:binance:*?group=smoke&groupStart=0&maxDeliveries=1&lanes=4"
                                + "&laneBy=field:n&batchSize=100" + server)
                        .process(exchange -> {
                            Map<?, ?> fields = exchange.getMessage().getMandatoryBody(Map.class);
                            int number = Integer.parseInt(String.valueOf(fields.get("n")));
                            if (number == 13) {
                                throw new IllegalStateException("poison");
                            }
                            if (!handled.add(number)) {
                                trouble.add("handled twice: " + number);
                            }
                        })
                        .to("gort-streams:" + COPY + "?maxLength=10000" + server);
            }
        };
    }

    private static void publishOneByOneAndAsAList(ProducerTemplate template) {
        for (int i = 0; i < ENTRIES / 2; i++) {
            template.sendBody("direct:publish", entry(i));
        }
        List<Map<String, String>> rest = new ArrayList<>();
        for (int i = ENTRIES / 2; i < ENTRIES; i++) {
            rest.add(entry(i));
        }
        template.sendBody("direct:publish", rest);
    }

    private static Map<String, String> entry(int number) {
        BigDecimal price = BigDecimal.valueOf(50_000).add(BigDecimal.valueOf(number));
        return Map.of(
                "n", String.valueOf(number),
                "exchange", "binance",
                "symbol", "BTCUSDT",
                "side", "long",
                "price", price.toPlainString(),
                "quantity", "1",
                "value", price.toPlainString(),
                "order_type", "liquidation",
                "timestamp", "1700000000000");
    }

    private static long length(ProducerTemplate template, String stream) {
        Object length = template.requestBodyAndHeader("direct:length", null, "CamelGortStreamsStreamKey", stream);
        return Long.parseLong(String.valueOf(length));
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.getAsBoolean()) {
            if (System.currentTimeMillis() > end) {
                throw new IllegalStateException("Not within " + PATIENCE_MILLIS + " ms: " + what);
            }
            Thread.sleep(20);
        }
    }
}
