package io.gort.camel.streams.routes.steps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.redis.ConnectionLostException;
import io.gort.camel.streams.redis.RedisStreamException;
import io.gort.camel.streams.redis.ServerNotReadyException;
import io.gort.camel.streams.trade.DataType;
import io.gort.camel.streams.trade.HeatmapData;
import io.gort.camel.streams.trade.Interval;
import io.gort.camel.streams.trade.StreamName;
import io.gort.camel.streams.trade.Violation;
import io.gort.camel.streams.trade.codec.TradeCodec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.LRUCacheFactory;
import org.apache.camel.util.ObjectHelper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ends of an HTTP request for a cached heatmap: the question to the cache, and the answer or the excuse. An excuse
 * is a JSON object with {@code status} and {@code error}.
 */
public final class HeatmapLookup {

    private static final Logger LOG = LoggerFactory.getLogger(HeatmapLookup.class);
    private static final String JSON = "application/json; charset=utf-8";
    private static final String QUESTION = "gortHeatmapQuestion";
    private static final int REMEMBERED = 1_000;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final String INTERVALS =
            Arrays.stream(Interval.values()).map(Interval::label).collect(Collectors.joining(", "));

    private final TradeCodec codec = new TradeCodec();
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<Question, String> lastKnown = LRUCacheFactory.newLRUCache(REMEMBERED);
    private boolean stale;

    private record Question(String symbol, String interval) {}

    /** A request that is answered with a reason instead of a heatmap. */
    private static final class RefusedException extends RuntimeException {
        private final int status;

        RefusedException(int status, String reason) {
            super(reason);
            this.status = status;
        }
    }

    /** Makes the question for the cache from the path of the request, and from nothing else of it. */
    public void ask(Exchange exchange) {
        Message message = exchange.getMessage();
        Question question = new Question(pathPart(message, "symbol"), pathPart(message, "interval"));
        if (Interval.find(question.interval()).isEmpty()) {
            throw new RefusedException(
                    BAD_REQUEST,
                    "interval: " + Violation.bounded(question.interval()) + " (expected: " + INTERVALS + ")");
        }
        String streamKey = DataType.HEATMAP.prefix() + ":" + question.symbol();
        if (StreamName.find(streamKey).isEmpty()) {
            throw none(question);
        }
        message.removeHeaders("*");
        message.setHeader(GortStreamsConstants.STREAM_KEY, streamKey);
        message.setHeader(GortStreamsConstants.INTERVAL, question.interval());
        exchange.setProperty(QUESTION, question);
    }

    /** Makes the response of what the cache holds. */
    public void answer(Exchange exchange) {
        Question question = exchange.getProperty(QUESTION, Question.class);
        HeatmapData heatmap = exchange.getMessage().getBody(HeatmapData.class);
        if (heatmap == null) {
            lastKnown.remove(question);
            throw none(question);
        }
        String json = codec.toJson(heatmap);
        if (stale) {
            lastKnown.put(question, json);
        }
        respond(exchange, json);
    }

    /** Makes the response of what went wrong. */
    public void excuse(Exchange exchange) throws JsonProcessingException {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        RefusedException refused = ObjectHelper.getException(RefusedException.class, failure);
        if (refused != null) {
            refuse(exchange, refused.status, String.valueOf(refused.getMessage()));
            return;
        }
        RedisStreamException redis = ObjectHelper.getException(RedisStreamException.class, failure);
        if (redis instanceof ConnectionLostException || redis instanceof ServerNotReadyException) {
            serveLastKnown(exchange, "Redis does not answer");
            return;
        }
        LOG.warn("A request for a heatmap failed", failure);
        if (redis != null) {
            serveLastKnown(exchange, "Redis refuses to answer, see the log");
        } else {
            refuse(exchange, SERVER_ERROR, "something went wrong, see the log");
        }
    }

    private void serveLastKnown(Exchange exchange, String reason) throws JsonProcessingException {
        Question question = exchange.getProperty(QUESTION, Question.class);
        @Nullable String json = stale && question != null ? lastKnown.get(question) : null;
        if (json == null) {
            refuse(exchange, SERVICE_UNAVAILABLE, reason);
            return;
        }
        respond(exchange, json.substring(0, json.length() - 1) + ",\"stale\":true}");
        exchange.getMessage().setHeader("X-Heatmap-Stale", "true");
    }

    private void refuse(Exchange exchange, int status, String reason) throws JsonProcessingException {
        respond(exchange, mapper.writeValueAsString(Map.of("status", status, "error", reason)));
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, status);
    }

    private static void respond(Exchange exchange, String json) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.CONTENT_TYPE, JSON);
        message.setBody(json);
    }

    /** A query parameter of the same name makes a list of the header, in which the part of the path comes last. */
    private static String pathPart(Message message, String name) {
        Object value = message.getHeader(name);
        return String.valueOf(value instanceof List<?> values ? values.get(values.size() - 1) : value);
    }

    private static RefusedException none(Question question) {
        return new RefusedException(
                NOT_FOUND,
                "no heatmap of symbol " + Violation.bounded(question.symbol()) + " for interval "
                        + question.interval());
    }

    public boolean isStale() {
        return stale;
    }

    /** Whether the last heatmap that was served is served again, marked as stale, while Redis is away. */
    public void setStale(boolean stale) {
        this.stale = stale;
    }
}
