package io.gort.camel.streams.trade.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gort.camel.streams.trade.DataType;
import io.gort.camel.streams.trade.TradeRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** How one type of record stands in JSON and in fields. */
abstract class RecordForm<T extends TradeRecord> {

    private final Class<T> type;
    private final String what;

    /**
     * @param type the record
     * @param what its name in messages
     */
    RecordForm(Class<T> type, String what) {
        this.type = type;
        this.what = what;
    }

    static RecordForm<?> of(DataType type) {
        return switch (type) {
            case LIQUIDATIONS -> LiquidationForm.INSTANCE;
            case MARKET -> MarketForm.INSTANCE;
            case POSITIONS -> PositionsForm.INSTANCE;
            case ORDERBOOK -> OrderBookForm.INSTANCE;
            case HEATMAP -> HeatmapForm.INSTANCE;
        };
    }

    @SuppressWarnings("unchecked") // the form of a type's record is a form of that record
    static <T extends TradeRecord> RecordForm<T> of(Class<T> recordType) {
        for (DataType type : DataType.values()) {
            if (type.recordType() == recordType) {
                return (RecordForm<T>) of(type);
            }
        }
        throw new IllegalArgumentException(
                "record type: " + recordType.getSimpleName() + " (expected: a record of the trade model)");
    }

    /** Reads what is there; problems go to the members. */
    abstract T read(Members members);

    abstract void write(T written, ObjectNode to);

    /** What the fields of values carry that are unset, where the JSON leaves them out. */
    Map<String, String> unsetFields() {
        return Map.of();
    }

    String what() {
        return what;
    }

    T readChecked(ObjectNode members) {
        return readChecked(members::path);
    }

    /** @param members gives what stands under a name */
    T readChecked(Function<String, JsonNode> members) {
        Problems problems = new Problems();
        T read = readInto(problems, members);
        read.violations().forEach(problems::add);
        problems.throwIfAny(what);
        return read;
    }

    /** Reads a record of which the rules are still to be checked. */
    T readInto(Problems problems, Function<String, JsonNode> members) {
        try {
            return read(new Members(members, problems));
        } catch (IllegalArgumentException derivedFigureTooLarge) {
            problems.add("amounts", "too large together", "sums in the range of a double");
            throw problems.exception(what);
        }
    }

    ObjectNode writeAny(TradeRecord written) {
        ObjectNode members = Json.object();
        write(type.cast(written), members);
        return members;
    }

    /** The members as fields: text as it is, everything else as its JSON text. */
    Map<String, String> fields(ObjectNode members) {
        Map<String, String> fields = new LinkedHashMap<>();
        members.properties().forEach(member -> fields.put(member.getKey(), fieldText(member.getValue())));
        unsetFields().forEach(fields::putIfAbsent);
        return fields;
    }

    private static String fieldText(JsonNode value) {
        return value.isTextual() ? value.textValue() : Json.write(value);
    }
}
