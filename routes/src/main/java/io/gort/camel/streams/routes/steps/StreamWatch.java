package io.gort.camel.streams.routes.steps;

import io.gort.camel.streams.entry.GroupInfo;
import io.gort.camel.streams.entry.StreamInfo;
import io.gort.camel.streams.entry.StreamKeys;
import io.gort.camel.streams.redis.StreamClient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the groups of streams. The body becomes a List of {@link GroupSight}; the exchange property
 * {@value #ALERTS} a List of texts, one for each limit that is newly exceeded. One exchange at a time.
 */
public final class StreamWatch extends ServiceSupport implements Processor, CamelContextAware {

    /** The exchange property with what is to be told. */
    public static final String ALERTS = "gortStreamsAlerts";

    private String stream = "";
    private long maxLag;
    private long maxPending;
    private long maxDeadLetters;
    private Set<String> told = Set.of();
    private @Nullable CamelContext camelContext;
    private @Nullable TakenClient taken;

    @Override
    public void process(Exchange exchange) {
        TakenClient current = taken;
        if (current == null) {
            throw new IllegalStateException("The watch of " + stream + " is not started");
        }
        List<GroupSight> sights = look(current.client());
        Map<String, String> exceeded = new LinkedHashMap<>();
        WatchLimits limits = limits();
        sights.forEach(sight -> exceeded.putAll(limits.exceededBy(sight)));
        List<String> alerts = exceeded.entrySet().stream()
                .filter(one -> !told.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        told = Set.copyOf(exceeded.keySet());
        exchange.setProperty(ALERTS, alerts);
        exchange.getMessage().setBody(sights);
    }

    private List<GroupSight> look(StreamClient client) {
        List<GroupSight> sights = new ArrayList<>();
        for (String key : streamKeys(client)) {
            List<GroupInfo> groups = client.groups(key);
            StreamInfo info = client.streamInfo(key).orElse(StreamInfo.ABSENT);
            long deadLetters = groups.isEmpty() ? 0 : client.length(StreamKeys.deadLetterFor(key));
            groups.forEach(group -> sights.add(GroupSight.of(key, info, group, deadLetters)));
        }
        return sights;
    }

    private Set<String> streamKeys(StreamClient client) {
        Set<String> keys = new TreeSet<>();
        Arrays.stream(stream.split(","))
                .map(String::trim)
                .forEach(part -> keys.addAll(part.contains("*") ? client.streamKeys(part) : Set.of(part)));
        keys.removeIf(key -> key.startsWith("dead-letter:"));
        return keys;
    }

    @Override
    protected void doStart() {
        CamelContext context = camelContext;
        if (context == null) {
            throw new IllegalStateException("The watch of " + stream + " has no Camel context");
        }
        limits();
        if (Arrays.stream(stream.split(",", -1)).anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "stream: '" + stream + "' (expected: stream keys or patterns, not empty, with commas between)");
        }
        taken = TakenClient.of(context);
    }

    private WatchLimits limits() {
        return new WatchLimits(maxLag, maxPending, maxDeadLetters);
    }

    @Override
    protected void doStop() {
        TakenClient current = taken;
        taken = null;
        if (current != null) {
            current.close();
        }
    }

    public String getStream() {
        return stream;
    }

    /** The streams and patterns to look at, with commas between. */
    public void setStream(String stream) {
        this.stream = stream;
    }

    public long getMaxLag() {
        return maxLag;
    }

    /** How many entries a group may have left to read. */
    public void setMaxLag(long maxLag) {
        this.maxLag = maxLag;
    }

    public long getMaxPending() {
        return maxPending;
    }

    /** How many entries of a group may be pending. */
    public void setMaxPending(long maxPending) {
        this.maxPending = maxPending;
    }

    public long getMaxDeadLetters() {
        return maxDeadLetters;
    }

    /** How many dead letters a stream may have. */
    public void setMaxDeadLetters(long maxDeadLetters) {
        this.maxDeadLetters = maxDeadLetters;
    }

    @Override
    public @Nullable CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }
}
