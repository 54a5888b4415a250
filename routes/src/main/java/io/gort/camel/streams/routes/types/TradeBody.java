package io.gort.camel.streams.routes.types;

import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.trade.DataType;
import io.gort.camel.streams.trade.TradeRecord;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.TypeConversionException;
import org.apache.camel.TypeConverter;
import org.apache.camel.ValidationException;
import org.apache.camel.support.MessageHelper;
import org.apache.camel.util.ObjectHelper;
import org.jspecify.annotations.Nullable;

/** Reads bodies of one data type. */
record TradeBody(DataType type) {

    /**
     * The record that the body is or carries; the body stays as it is. A record is not checked.
     *
     * @throws ValidationException as {@link #refusal} makes it, if the body cannot be made such a record
     */
    TradeRecord read(Message message) throws ValidationException {
        Exchange exchange = message.getExchange();
        Object body = message.getBody();
        try {
            TradeRecord read = convert(exchange, body);
            if (read == null) {
                throw new InvalidEntryException(type.prefix(), List.of(expected(body)));
            }
            return read;
        } catch (InvalidEntryException e) {
            throw refusal(exchange, e);
        } catch (TypeConversionException e) {
            InvalidEntryException invalid = ObjectHelper.getException(InvalidEntryException.class, e);
            throw refusal(
                    exchange, invalid == null ? new InvalidEntryException(type.prefix(), expected(body), e) : invalid);
        } finally {
            MessageHelper.resetStreamCache(message);
        }
    }

    /** Names all violations. By its cause consumers know that it is of no use to try the entry again. */
    static ValidationException refusal(Exchange exchange, InvalidEntryException invalid) {
        return new ValidationException(String.valueOf(invalid.getMessage()), exchange, invalid);
    }

    /** What has no converter of its own, such as bytes, streams and the trees of Jackson, is read as JSON text. */
    private @Nullable TradeRecord convert(Exchange exchange, @Nullable Object body) {
        TypeConverter converter = exchange.getContext().getTypeConverter();
        TradeRecord direct = converter.convertTo(type.recordType(), exchange, body);
        if (direct != null || body instanceof TradeRecord) {
            return direct;
        }
        String json = converter.convertTo(String.class, exchange, body);
        return json == null ? null : converter.convertTo(type.recordType(), exchange, json);
    }

    private String expected(@Nullable Object body) {
        return "body: " + (body == null ? "none" : body.getClass().getName()) + " (expected: "
                + type.recordType().getSimpleName() + ", its JSON, its fields as a Map, or its entry)";
    }
}
