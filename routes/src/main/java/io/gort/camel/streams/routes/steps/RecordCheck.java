package io.gort.camel.streams.routes.steps;

import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.trade.DataType;
import io.gort.camel.streams.trade.TradeRecord;
import io.gort.camel.streams.trade.codec.TradeCodec;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/**
 * Makes a trade record of the body, which may be one, a Map or JSON, and checks it; one that breaks a rule fails with an
 * {@link InvalidEntryException} that tells all violations.
 */
public final class RecordCheck implements Processor {

    private final TradeCodec codec = new TradeCodec();
    private @Nullable DataType dataType;

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        DataType wanted = dataType;
        if (wanted == null) {
            throw new IllegalStateException("dataType: none (expected: " + choices() + ")");
        }
        TradeRecord read = exchange.getMessage().getMandatoryBody(wanted.recordType());
        codec.check(read);
        exchange.getMessage().setBody(read);
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
