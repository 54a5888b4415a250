package io.gort.camel.streams.examples.heatmap.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gort.camel.streams.entry.GroupInfo;
import io.gort.camel.streams.entry.StreamKeys;
import io.gort.camel.streams.redis.StreamClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.Exchange;

/** How the streams of this run stand on the server, as JSON. */
public final class StreamsReport {

    private final StreamClient client;
    private final String group;
    private final Supplier<Set<String>> streamKeys;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * @param client     the server
     * @param group      the group that is reported
     * @param streamKeys the streams that are reported
     */
    public StreamsReport(StreamClient client, String group, Supplier<Set<String>> streamKeys) {
        this.client = client;
        this.group = group;
        this.streamKeys = streamKeys;
    }

    /** Makes the response: length, pending entries, lag and dead letters of each stream. */
    public void respond(Exchange exchange) throws JsonProcessingException {
        List<Map<String, Object>> streams =
                streamKeys.get().stream().map(this::report).toList();
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, HeatmapRequests.JSON);
        exchange.getMessage().setBody(json.writeValueAsString(Map.of("streams", streams)));
    }

    private Map<String, Object> report(String streamKey) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("stream", streamKey);
        report.put("length", client.length(streamKey));
        report.put("group", group);
        client.groups(streamKey).stream()
                .filter(info -> info.name().equals(group))
                .findFirst()
                .ifPresent(info -> report(info, report));
        report.put("dead_letters", client.length(StreamKeys.deadLetterFor(streamKey)));
        return report;
    }

    private static void report(GroupInfo info, Map<String, Object> report) {
        report.put("members", info.consumers());
        report.put("pending", info.pending());
        report.put("lag", info.lag());
        report.put("last_delivered_id", info.lastDeliveredId().toString());
    }
}
