package io.gort.camel.streams.examples.heatmap.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gort.camel.streams.entry.GroupInfo;
import io.gort.camel.streams.entry.StreamKeys;
import io.gort.camel.streams.redis.RedisStreamException;
import io.gort.camel.streams.redis.StreamClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.util.ObjectHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the streams of this run stand on the server, as JSON. */
public final class StreamsReport {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsReport.class);

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
        respond(exchange, 200, Map.of("streams", streams));
    }

    /** Makes the response of what went wrong. */
    public void excuse(Exchange exchange) throws JsonProcessingException {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (ObjectHelper.getException(RedisStreamException.class, failure) != null) {
            respond(exchange, 503, Map.of("status", 503, "error", "Redis does not answer"));
        } else {
            LOG.warn("The report of the streams failed", failure);
            respond(exchange, 500, Map.of("status", 500, "error", "something went wrong, see the log"));
        }
    }

    private void respond(Exchange exchange, int status, Map<String, ?> body) throws JsonProcessingException {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setHeader(Exchange.CONTENT_TYPE, "application/json; charset=utf-8");
        message.setBody(json.writeValueAsString(body));
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
