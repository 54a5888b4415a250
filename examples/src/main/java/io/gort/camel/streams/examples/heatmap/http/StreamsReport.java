package io.gort.camel.streams.examples.heatmap.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gort.camel.streams.routes.steps.GroupSight;
import java.time.Clock;
import java.util.List;
import org.apache.camel.Exchange;

/** How the groups of the streams stood when they were last looked at, as JSON. Safe for several threads. */
public final class StreamsReport {

    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private final Clock clock;
    private volatile Report latest = new Report(0, List.of());

    /**
     * What is told.
     *
     * @param seenAt  when it was seen, in milliseconds since 1970; 0 if nothing was seen yet
     * @param streams each group of each stream
     */
    private record Report(long seenAt, List<GroupSight> streams) {}

    public StreamsReport(Clock clock) {
        this.clock = clock;
    }

    /** Keeps what was seen. */
    public void remember(List<GroupSight> sights) {
        latest = new Report(clock.millis(), List.copyOf(sights));
    }

    /** Makes the response to a request. */
    public void respond(Exchange exchange) throws JsonProcessingException {
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json; charset=utf-8");
        exchange.getMessage().setBody(json.writeValueAsString(latest));
    }
}
