package io.gort.camel.streams.routes.steps;

import io.gort.camel.streams.BatchAcknowledgment;
import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.routes.heatmap.store.Admission;
import io.gort.camel.streams.routes.heatmap.store.LiquidationEntry;
import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.StreamName;
import io.gort.camel.streams.trade.codec.TradeCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * Reads the liquidations of one symbol from what the consumer gives: the fields of an entry, or a batch of entries.
 *
 * @param symbol    the instrument
 * @param admission which events may be counted at all
 */
public record LiquidationReader(String symbol, Admission admission) {

    private static final TradeCodec CODEC = new TradeCodec();

    /**
     * The liquidations that may be counted. Of a batch those that may not are told to its handle, one by one, and are
     * not among them; a single one fails.
     */
    List<LiquidationEntry> read(Exchange exchange) throws InvalidPayloadException {
        Message message = exchange.getMessage();
        return message.getBody() instanceof List<?> batch ? readBatch(exchange, batch) : List.of(readOne(message));
    }

    /**
     * The liquidation of a single entry.
     *
     * @throws InvalidEntryException with all violations, if it may not be counted
     */
    public LiquidationEntry readOne(Message message) throws InvalidPayloadException {
        LiquidationEntry entry = LiquidationEntry.of(
                message.getHeader(GortStreamsConstants.STREAM_KEY, String.class),
                EntryId.parse(message.getHeader(GortStreamsConstants.ENTRY_ID, String.class)),
                fields(message),
                message.getMandatoryBody(LiquidationEvent.class));
        check(entry.event());
        return entry;
    }

    private List<LiquidationEntry> readBatch(Exchange exchange, List<?> batch) {
        @Nullable
        BatchAcknowledgment handle =
                exchange.getMessage().getHeader(GortStreamsConstants.ACKNOWLEDGMENT, BatchAcknowledgment.class);
        List<LiquidationEntry> entries = new ArrayList<>(batch.size());
        Origin origin = Origin.of("");
        for (Object element : batch) {
            StreamEntry entry = (StreamEntry) element;
            origin = origin.streamKey().equals(entry.streamKey()) ? origin : Origin.of(entry.streamKey());
            try {
                entries.add(readElement(origin, entry));
            } catch (IllegalArgumentException e) { // an InvalidEntryException, or not a stream of liquidations
                if (handle == null) {
                    throw e;
                }
                handle.fail(entry, e);
            }
        }
        return entries;
    }

    private LiquidationEntry readElement(Origin origin, StreamEntry entry) {
        LiquidationEvent event = origin.read(entry.fields());
        check(event);
        return LiquidationEntry.of(entry.streamKey(), entry.id(), entry.fields(), event);
    }

    /** A stream and what its key says, looked up once for the entries that follow one another there. */
    private record Origin(String streamKey, Optional<StreamName> name) {

        static Origin of(String streamKey) {
            return new Origin(streamKey, StreamName.find(streamKey));
        }

        LiquidationEvent read(Map<String, String> fields) {
            return name.isPresent()
                    ? CODEC.fromFields(LiquidationEvent.class, name.get(), fields)
                    : CODEC.fromFields(LiquidationEvent.class, fields);
        }
    }

    private void check(LiquidationEvent event) {
        if (!event.symbol().equals(symbol)) {
            throw new InvalidEntryException(
                    "liquidation event", List.of("symbol: " + event.symbol() + " (expected: " + symbol + ")"));
        }
        admission.check(event);
    }

    @SuppressWarnings("unchecked") // the consumer's body is a Map of texts
    private static Map<String, String> fields(Message message) {
        return message.getBody() instanceof Map<?, ?> fields ? (Map<String, String>) fields : Map.of();
    }
}
