package io.gort.camel.streams.routes.steps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.entry.DeadLetterFields;
import io.gort.camel.streams.entry.InvalidEntryException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.util.ObjectHelper;
import org.jspecify.annotations.Nullable;

/**
 * Makes a dead letter of a body that was refused before it became an entry: the field {@code payload} holds it as text,
 * a Map as JSON, and the fields of {@link DeadLetterFields} tell all that is wrong with it, when, and in which route.
 */
public final class InvalidBody implements Processor {

    private static final String PAYLOAD = "payload";

    private final ObjectMapper json = new ObjectMapper();
    private final Clock clock;

    public InvalidBody() {
        this(Clock.systemUTC());
    }

    InvalidBody(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) throws JsonProcessingException {
        Message message = exchange.getMessage();
        Exception caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        InvalidEntryException invalid = ObjectHelper.getException(InvalidEntryException.class, caught);
        Exception reason = invalid == null ? caught : invalid;
        Map<String, String> letter = new LinkedHashMap<>();
        letter.put(PAYLOAD, text(message.getBody(), exchange));
        letter.put(DeadLetterFields.REASON, "invalid");
        letter.put(DeadLetterFields.EXCEPTION, reason.getClass().getName());
        letter.put(DeadLetterFields.MESSAGE, String.valueOf(reason.getMessage()));
        letter.put(DeadLetterFields.TIME, Long.toString(clock.millis()));
        letter.put(DeadLetterFields.ORIGIN, String.valueOf(exchange.getFromRouteId()));
        message.setBody(letter);
        // they were meant for the entry
        message.removeHeader(GortStreamsConstants.STREAM_KEY);
        message.removeHeader(GortStreamsConstants.ENTRY_ID);
    }

    private String text(@Nullable Object body, Exchange exchange) throws JsonProcessingException {
        if (body instanceof Map<?, ?> map) {
            return json.writeValueAsString(map);
        }
        String text = body == null
                ? null
                : exchange.getContext().getTypeConverter().tryConvertTo(String.class, exchange, body);
        return text == null ? String.valueOf(body) : text;
    }
}
