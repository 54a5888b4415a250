package io.gort.camel.streams.routes.types;

import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.trade.DataType;
import io.gort.camel.streams.trade.TradeRecord;
import io.gort.camel.streams.trade.codec.TradeCodec;
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
public record TradeBody(DataType type) {

    private static final TradeCodec CODEC = new TradeCodec();

    /**
     * The record that the body is or carries; the body stays as it is. A record is not checked.
     *
     * @throws ValidationException naming all violations, if the body cannot be made such a record
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

    /**
     * As {@link #read}, and checks the record by the rules of the trade model.
     *
     * @throws ValidationException naming all violations; its cause is an {@link InvalidEntryException}, so that
     *                             consumers take the entry for invalid and never try it again
     */
    public TradeRecord readValid(Message message) throws ValidationException {
        TradeRecord read = read(message);
        try {
            CODEC.check(read);
        } catch (InvalidEntryException e) {
            throw refusal(message.getExchange(), e);
        }
        return read;
    }

    private static ValidationException refusal(Exchange exchange, InvalidEntryException invalid) {
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
