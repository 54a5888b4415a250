package io.gort.camel.streams.routes.types;

import io.gort.camel.streams.trade.DataType;
import org.apache.camel.Message;
import org.apache.camel.ValidationException;
import org.apache.camel.spi.Transformer;

/** Makes the record of a body that carries one. */
final class TradeRecordTransformer extends Transformer {

    private final TradeBody body;

    TradeRecordTransformer(DataType type) {
        super(TradeDataTypes.urn(type));
        body = new TradeBody(type);
    }

    /**
     * Makes the record of the body. A body that is a record already is not checked.
     *
     * @throws ValidationException naming all violations
     */
    @Override
    public void transform(Message message, org.apache.camel.spi.DataType from, org.apache.camel.spi.DataType to)
            throws ValidationException {
        message.setBody(body.read(message));
    }
}
