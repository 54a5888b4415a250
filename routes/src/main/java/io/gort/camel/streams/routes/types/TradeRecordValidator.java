package io.gort.camel.streams.routes.types;

import io.gort.camel.streams.trade.DataType;
import io.gort.camel.streams.trade.TradeRecord;
import org.apache.camel.Message;
import org.apache.camel.ValidationException;
import org.apache.camel.spi.Validator;

/** Checks bodies by the rules of the trade model, and leaves them as they are. */
final class TradeRecordValidator extends Validator {

    private final TradeBody body;

    TradeRecordValidator(DataType type) {
        body = new TradeBody(type);
    }

    /** @throws ValidationException as {@link TradeBody#readValid} */
    @Override
    public void validate(Message message, org.apache.camel.spi.DataType type) throws ValidationException {
        TradeRecord unused = body.readValid(message);
    }
}
