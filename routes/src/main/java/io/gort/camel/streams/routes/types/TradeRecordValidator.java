package io.gort.camel.streams.routes.types;

import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.trade.DataType;
import io.gort.camel.streams.trade.TradeRecord;
import io.gort.camel.streams.trade.codec.TradeCodec;
import org.apache.camel.Message;
import org.apache.camel.ValidationException;
import org.apache.camel.spi.Validator;

/** Checks bodies by the rules of the trade model, and leaves them as they are. */
final class TradeRecordValidator extends Validator {

    private static final TradeCodec CODEC = new TradeCodec();

    private final TradeBody body;

    TradeRecordValidator(DataType type) {
        body = new TradeBody(type);
    }

    /**
     * Checks the body.
     *
     * @throws ValidationException naming all violations; its cause is an {@link InvalidEntryException}, so that consumers
     *                             take the entry for invalid and never try it again
     */
    @Override
    public void validate(Message message, org.apache.camel.spi.DataType type) throws ValidationException {
        TradeRecord read = body.read(message);
        try {
            CODEC.check(read);
        } catch (InvalidEntryException e) {
            throw TradeBody.refusal(message.getExchange(), e);
        }
    }
}
