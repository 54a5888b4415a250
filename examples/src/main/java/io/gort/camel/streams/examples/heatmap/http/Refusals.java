package io.gort.camel.streams.examples.heatmap.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gort.camel.streams.redis.RedisStreamException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.util.ObjectHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a failed request into an HTTP status and a JSON reason. */
public final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int SERVER_ERROR = 500;

    private final ObjectMapper json = new ObjectMapper();

    /** Answers the exchange whose exception was caught. */
    public void answer(Exchange exchange) throws JsonProcessingException {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        RefusedRequestException refused = ObjectHelper.getException(RefusedRequestException.class, failure);
        if (refused != null) {
            answer(exchange, refused.status(), String.valueOf(refused.getMessage()));
        } else if (ObjectHelper.getException(RedisStreamException.class, failure) != null) {
            answer(exchange, SERVICE_UNAVAILABLE, "Redis does not answer");
        } else {
            LOG.warn("Request failed", failure);
            answer(exchange, SERVER_ERROR, "something went wrong, see the log");
        }
    }

    private void answer(Exchange exchange, int status, String reason) throws JsonProcessingException {
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, HeatmapRequests.JSON);
        exchange.getMessage().setBody(json.writeValueAsString(Map.of("status", status, "error", reason)));
    }
}
