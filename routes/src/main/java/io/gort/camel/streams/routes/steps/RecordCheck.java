package io.gort.camel.streams.routes.steps;

import io.gort.camel.streams.routes.types.TradeBody;
import io.gort.camel.streams.trade.DataType;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.ValidationException;
import org.jspecify.annotations.Nullable;

/** Makes a trade record of the body, which may be one, a Map or JSON, and checks it. */
public final class RecordCheck implements Processor {

    private @Nullable DataType dataType;

    /** @throws ValidationException as {@link TradeBody#readValid} */
    @Override
    public void process(Exchange exchange) throws ValidationException {
        DataType wanted = dataType;
        if (wanted == null) {
            throw new IllegalStateException("dataType: none (expected: " + choices() + ")");
        }
        Message message = exchange.getMessage();
        message.setBody(new TradeBody(wanted).readValid(message));
    }

    public @Nullable String getDataType() {
        return dataType == null ? null : dataType.prefix();
    }

    /**
     * What the body is, such as {@code liquidations}.
     *
     * @throws IllegalArgumentException if there is no such data type
     */
    public void setDataType(String dataType) {
        this.dataType = DataType.of(dataType)
                .orElseThrow(
                        () -> new IllegalArgumentException("dataType: " + dataType + " (expected: " + choices() + ")"));
    }

    private static String choices() {
        return Arrays.stream(DataType.values()).map(DataType::prefix).collect(Collectors.joining(", "));
    }
}
