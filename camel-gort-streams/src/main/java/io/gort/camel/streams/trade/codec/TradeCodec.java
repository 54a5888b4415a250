package io.gort.camel.streams.trade.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.trade.DataType;
import io.gort.camel.streams.trade.HeatmapCacheKey;
import io.gort.camel.streams.trade.HeatmapData;
import io.gort.camel.streams.trade.StreamName;
import io.gort.camel.streams.trade.TradeRecord;
import java.util.Map;
import java.util.function.Function;

/**
 * Trade records as fields of stream entries and as JSON, and any JSON object or Map as fields.
 *
 * <p>Amounts are written as plain decimals of full precision, times as digits; what was written is read back equal.
 * Reading accepts both generations of fields, exponents, lists that are {@code null}, and unknown members; it never
 * turns into zero what is not a number. Whatever cannot be read ends in an {@link InvalidEntryException} with all
 * violations, each {@code field: value (expected: rule)}.
 *
 * <p>Stateless and safe for use by many threads.
 */
public final class TradeCodec {

    private final HeatmapStreamForm heatmapStreamForm;

    /** A codec whose heatmap entries tell the default cache key. */
    public TradeCodec() {
        this(HeatmapCacheKey.DEFAULT);
    }

    /** A codec whose heatmap entries tell where the heatmap is cached. */
    public TradeCodec(HeatmapCacheKey cacheKey) {
        heatmapStreamForm = new HeatmapStreamForm(cacheKey);
    }

    /**
     * Checks a record before it is sent.
     *
     * @throws InvalidEntryException with all violations, if there are any
     */
    public void check(TradeRecord checked) {
        Problems problems = new Problems();
        checked.violations().forEach(problems::add);
        problems.throwIfAny(RecordForm.of(checked.dataType()).what());
    }

    /**
     * The fields of the entry that carries this record, for readers of both generations. Exchange and symbol are not
     * among them, as they stand in the stream key; except that heatmap entries carry the symbol. The record is not
     * checked.
     */
    public Map<String, String> toFields(TradeRecord written) {
        if (written instanceof HeatmapData heatmap) {
            return heatmapStreamForm.write(heatmap);
        }
        RecordForm<?> form = RecordForm.of(written.dataType());
        ObjectNode members = form.writeAny(written);
        members.remove("exchange");
        members.remove("symbol");
        return form.fields(members);
    }

    /**
     * Reads the record that an entry carries.
     *
     * @param name   the stream that the entry stands on; tells type, exchange and symbol
     * @param fields the entry's fields
     * @throws InvalidEntryException with all violations, if a field is missing or unreadable or breaks a rule
     */
    public TradeRecord fromFields(StreamName name, Map<String, String> fields) {
        if (name.type() == DataType.HEATMAP) {
            return heatmapStreamForm.read(name.symbol(), fields);
        }
        Function<String, JsonNode> members = Json.members(fields);
        return RecordForm.of(name.type()).readChecked(member -> switch (member) {
            case "exchange" -> TextNode.valueOf(name.exchange());
            case "symbol" -> TextNode.valueOf(name.symbol());
            default -> members.apply(member);
        });
    }

    /**
     * As {@link #fromFields(StreamName, Map)}, for a known type of record.
     *
     * @throws IllegalArgumentException if records of this type do not stand on this stream
     */
    public <T extends TradeRecord> T fromFields(Class<T> type, StreamName name, Map<String, String> fields) {
        if (type != name.type().recordType()) {
            throw new IllegalArgumentException("record type: " + type.getSimpleName() + " (expected: "
                    + name.type().recordType().getSimpleName() + ", as on " + name + ")");
        }
        return type.cast(fromFields(name, fields));
    }

    /**
     * As {@link #fromFields(Class, StreamName, Map)}, for fields without a stream: exchange and symbol are among them.
     *
     * @throws IllegalArgumentException if the type is not one of the records of the trade model
     */
    public <T extends TradeRecord> T fromFields(Class<T> type, Map<String, String> fields) {
        if (type == HeatmapData.class) {
            return type.cast(heatmapStreamForm.read(fields.getOrDefault("symbol", ""), fields));
        }
        return RecordForm.of(type).readChecked(Json.members(fields));
    }

    /**
     * The record as a JSON object with snake_case names, exchange and symbol among them. A heatmap takes the form in
     * which the newer clients cache it.
     */
    public String toJson(TradeRecord written) {
        return Json.write(RecordForm.of(written.dataType()).writeAny(written));
    }

    /** The heatmap in the form in which the older clients cache it, with {@code liquidation_levels}. */
    public String toGenerationOneJson(HeatmapData heatmap) {
        return Json.write(GenerationOneHeatmap.write(heatmap));
    }

    /**
     * Reads what {@link #toJson} wrote, and what the clients of either generation cache.
     *
     * @throws InvalidEntryException    with all violations, if the text is not such a record
     * @throws IllegalArgumentException if the type is not one of the records of the trade model
     */
    public <T extends TradeRecord> T fromJson(Class<T> type, String json) {
        RecordForm<T> form = RecordForm.of(type);
        return form.readChecked(Json.parseObject(form.what(), json));
    }

    /** {@link #fromJson} for the cached heatmaps of both generations. */
    public HeatmapData heatmapFromJson(String json) {
        return fromJson(HeatmapData.class, json);
    }

    /**
     * The members of any JSON object as fields: text as it is, numbers as plain decimals without loss, objects and
     * lists as compact JSON. A member that is null makes no field.
     *
     * @throws InvalidEntryException if the text is not one JSON object with at least one value, if a name stands twice
     *                               in an object, or if a number is outside the range of a double
     */
    public Map<String, String> fieldsOfJson(String json) {
        return FieldMaps.ofJson(json);
    }

    /**
     * The members of any Map as fields: numbers as plain decimals without loss, byte arrays as UTF-8 text, Maps,
     * Iterables and arrays as compact JSON, everything else as {@link String#valueOf(Object)} tells. A value that is
     * null makes no field.
     *
     * @throws InvalidEntryException with all violations, if there is no value, a key is not a text, a number is
     *                               {@code NaN} or infinite, or the nesting is deeper than 100
     */
    public Map<String, String> fieldsOfMap(Map<?, ?> map) {
        return FieldMaps.ofMap(map);
    }
}
