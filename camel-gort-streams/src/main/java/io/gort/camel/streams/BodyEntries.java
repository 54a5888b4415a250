package io.gort.camel.streams;

import io.gort.camel.streams.ProducerOptions.Validation;
import io.gort.camel.streams.entry.AddEntry;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.trade.HeatmapCacheKey;
import io.gort.camel.streams.trade.StreamName;
import io.gort.camel.streams.trade.TradeRecord;
import io.gort.camel.streams.trade.codec.TradeCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Makes entries of a body: of a trade record, a Map, the text of a JSON object, a {@link StreamEntry}, or a List of
 * these. All of it is read and checked before anything is sent.
 */
final class BodyEntries {

    private final String path;
    private final GortStreamsConfiguration options;
    private final Validation validation;
    private final TrimChoice trim;
    private final EntrySize size;
    private final HeaderFields headerFields;
    private final TradeCodec codec;
    private volatile @Nullable ProducerPath lastPath;

    BodyEntries(String path, GortStreamsConfiguration options, HeaderFields headerFields) {
        this.path = path;
        this.options = options;
        this.validation = ProducerOptions.validation(options);
        this.trim = TrimChoice.of(options);
        this.size = new EntrySize(options.getMaxEntrySize());
        this.headerFields = headerFields;
        this.codec = new TradeCodec(new HeatmapCacheKey(options.getHeatmapCacheKey()));
    }

    /** Whether a body stands for several entries. */
    static boolean isList(@Nullable Object body) {
        return body instanceof Collection<?> || body instanceof Object[];
    }

    /**
     * The entries of the exchange's body, in its order.
     *
     * @throws InvalidEntryException with the violations of all elements, those of a List named by their index
     */
    List<AddEntry> of(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        String instruction = OwnHeaders.streamKeyInstruction(exchange);
        StreamTarget target = StreamTarget.of(read(instruction == null ? path : instruction), exchange);
        EntryFrame frame = EntryFrame.of(options, trim, entryId(exchange), exchange.getMessage());
        if (!isList(body)) {
            return List.of(entry(exchange, target, body, frame));
        }
        return entries(
                exchange, target, frame, body instanceof Object[] array ? Arrays.asList(array) : (Collection<?>) body);
    }

    private List<AddEntry> entries(Exchange exchange, StreamTarget target, EntryFrame frame, Collection<?> elements) {
        if (frame.id() != null && elements.size() > 1) {
            throw new InvalidEntryException(
                    "body",
                    List.of(GortStreamsConstants.ENTRY_ID + ": " + frame.id() + " (expected: none for a List)"));
        }
        List<AddEntry> entries = new ArrayList<>(elements.size());
        List<String> violations = new ArrayList<>();
        int index = 0;
        for (Object element : elements) {
            try {
                entries.add(entry(exchange, target, element, frame.ofElement(index)));
            } catch (InvalidEntryException e) {
                for (String violation : e.violations()) {
                    violations.add("[" + index + "] " + violation);
                }
            }
            index++;
        }
        if (!violations.isEmpty()) {
            throw new InvalidEntryException("list of entries", violations);
        }
        return entries;
    }

    private AddEntry entry(Exchange exchange, StreamTarget target, @Nullable Object body, EntryFrame frame) {
        String streamKey;
        Map<String, String> fields;
        if (body instanceof TradeRecord trade) {
            if (validation != Validation.NOTHING) {
                codec.check(trade);
            }
            streamKey = target.keyFor(trade);
            fields = codec.toFields(trade);
        } else {
            fields = fields(exchange, body);
            streamKey = target.keyFor(fields);
            fields = target.withoutKeyParts(streamKey, fields);
            checkStrictly(target.path().nameOf(streamKey), fields);
        }
        fields = headerFields.addTo(fields, exchange, codec);
        size.check(fields);
        return frame.around(streamKey, fields);
    }

    private Map<String, String> fields(Exchange exchange, @Nullable Object body) {
        if (body instanceof StreamEntry entry) {
            return entry.fields();
        }
        if (body instanceof Map<?, ?> map) {
            return codec.fieldsOfMap(map);
        }
        String json = body == null
                ? null
                : exchange.getContext().getTypeConverter().tryConvertTo(String.class, exchange, body);
        if (json == null) {
            String found = body == null ? "none" : body.getClass().getName();
            throw new InvalidEntryException(
                    "body",
                    List.of("body: " + found + " (expected: a trade record, a Map, JSON text or a List of these)"));
        }
        return codec.fieldsOfJson(json);
    }

    private void checkStrictly(Optional<StreamName> streamName, Map<String, String> fields) {
        if (validation == Validation.STRICT) {
            streamName.ifPresent(typed -> codec.check(codec.fromFields(typed, fields)));
        }
    }

    /** Entries mostly go where the one before went. */
    private ProducerPath read(String path) {
        ProducerPath read = lastPath;
        if (read == null || !read.text().equals(path)) {
            read = ProducerPath.parse(path);
            lastPath = read;
        }
        return read;
    }

    private static @Nullable EntryId entryId(Exchange exchange) {
        String instruction = OwnHeaders.entryIdInstruction(exchange);
        try {
            return instruction == null ? null : EntryId.parse(instruction);
        } catch (IllegalArgumentException e) {
            throw new InvalidEntryException(
                    "header", GortStreamsConstants.ENTRY_ID + ": " + instruction + " (expected: an entry id)", e);
        }
    }
}
