package io.gort.camel.streams;

import io.gort.camel.streams.entry.PoolUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Route;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonObject;

/**
 * Shows the consumers of the context: what they read, as whom, what they have done and what troubles them. And how busy
 * the connections are that all endpoints share.
 */
@DevConsole(name = "gort-streams", displayName = "Gort Streams", description = "Consumers of Redis Streams")
public class GortStreamsDevConsole extends AbstractDevConsole {

    public GortStreamsDevConsole() {
        super("camel", "gort-streams", "Gort Streams", "Consumers of Redis Streams");
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        List<JsonObject> consumers = new ArrayList<>();
        for (Route route : getCamelContext().getRoutes()) {
            if (route.getConsumer() instanceof GortStreamsConsumer consumer) {
                consumers.add(new JsonObject(facts(route, consumer)));
            }
        }
        JsonObject root = new JsonObject();
        root.put("consumers", consumers);
        root.put("connections", pools().map(GortStreamsDevConsole::facts).toList());
        return root;
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder text = new StringBuilder();
        for (Route route : getCamelContext().getRoutes()) {
            if (route.getConsumer() instanceof GortStreamsConsumer consumer) {
                facts(route, consumer)
                        .forEach((name, value) ->
                                text.append("\n    ").append(name).append(": ").append(value));
                text.append('\n');
            }
        }
        pools().forEach(pool -> text.append("\n    connections to ")
                .append(pool.server())
                .append(": ")
                .append(pool.summary()));
        return text.toString();
    }

    /** Of all components of ours: there may be several, with names of their own. */
    private Stream<PoolUse> pools() {
        return getCamelContext().getComponentNames().stream()
                .map(name -> getCamelContext().hasComponent(name))
                .filter(GortStreamsComponent.class::isInstance)
                .flatMap(component -> ((GortStreamsComponent) component).pools().stream());
    }

    private static JsonObject facts(PoolUse pool) {
        JsonObject facts = new JsonObject();
        facts.put("server", pool.server());
        facts.put("active", pool.active());
        facts.put("idle", pool.idle());
        facts.put("waiting", pool.waiting());
        return facts;
    }

    /** What there is to tell, in order; what does not apply is left out. The address is told without what is secret. */
    private static Map<String, Object> facts(Route route, GortStreamsConsumer consumer) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("routeId", route.getRouteId());
        facts.put("stream", consumer.getEndpoint().getStream());
        facts.put("server", ConnectionOptions.where(consumer.getEndpoint().getConfiguration()));
        facts.put("group", consumer.getGroup());
        facts.put("consumerName", consumer.getConsumerName());
        facts.put("status", consumer.getStatus().name());
        facts.put("inFlight", consumer.getInFlight());
        if (!consumer.isStopped()) {
            for (ConsumerCount count : ConsumerCount.values()) {
                facts.put(count.label(), consumer.count(count));
            }
        }
        facts.put("trouble", consumer.getTrouble());
        if (!consumer.getStreamsSetAside().isEmpty()) {
            facts.put("streamsSetAside", consumer.getStreamsSetAside());
        }
        facts.values().removeIf(value -> value == null);
        return facts;
    }
}
