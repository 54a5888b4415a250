package io.gort.camel.streams.routes.steps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.trade.DataType;
import io.gort.camel.streams.trade.TradeRecord;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * Reads what an entry carries. An entry of a typed stream is checked by the rules of the trade model, whatever form is
 * wanted; one that breaks them fails with an {@link io.gort.camel.streams.entry.InvalidEntryException}.
 */
public final class EntryDecoder implements Processor {

    /** What becomes of an entry's fields. */
    private enum Form {
        RECORD,
        JSON,
        FIELDS
    }

    private final ObjectMapper json = new ObjectMapper();
    private Form form = Form.RECORD;

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException, JsonProcessingException {
        Message message = exchange.getMessage();
        Optional<DataType> type = Optional.ofNullable(message.getHeader(GortStreamsConstants.DATA_TYPE, String.class))
                .flatMap(DataType::of);
        if (type.isEmpty()) {
            if (form == Form.JSON) {
                message.setBody(json.writeValueAsString(message.getMandatoryBody(Map.class)));
            }
            return;
        }
        TradeRecord read = message.getMandatoryBody(type.get().recordType());
        if (form == Form.RECORD) {
            message.setBody(read);
        } else if (form == Form.JSON) {
            message.setBody(exchange.getContext().getTypeConverter().convertTo(String.class, exchange, read));
        }
    }

    public String getForm() {
        return switch (form) {
            case RECORD -> "record";
            case JSON -> "json";
            case FIELDS -> "fields";
        };
    }

    /**
     * What becomes of the fields: {@code record} (a trade record of typed streams, else they stay a Map), {@code json}
     * or {@code fields} (they stay a Map).
     *
     * @throws IllegalArgumentException for anything else
     */
    public void setForm(String form) {
        this.form = switch (form) {
            case "record" -> Form.RECORD;
            case "json" -> Form.JSON;
            case "fields" -> Form.FIELDS;
            default -> throw new IllegalArgumentException("form: " + form + " (expected: record, json or fields)");
        };
    }
}
