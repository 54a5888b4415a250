package io.gort.camel.streams;

import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.trade.HeatmapData;
import io.gort.camel.streams.trade.LiquidationEvent;
import io.gort.camel.streams.trade.MarketSnapshot;
import io.gort.camel.streams.trade.OrderBookSnapshot;
import io.gort.camel.streams.trade.PositionDistribution;
import io.gort.camel.streams.trade.StreamName;
import io.gort.camel.streams.trade.TradeRecord;
import io.gort.camel.streams.trade.codec.TradeCodec;
import java.util.Map;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Makes trade records of the fields of entries and of JSON text, and the other way round. What cannot be made a record
 * fails with an {@link io.gort.camel.streams.entry.InvalidEntryException} that tells all violations.
 *
 * <p>Exchange and symbol of fields come from the stream key in the header, or without it from fields of these names.
 */
@Converter(generateLoader = true)
public final class TradeRecordConverters {

    private static final TradeCodec CODEC = new TradeCodec();

    private TradeRecordConverters() {}

    @Converter
    public static LiquidationEvent toLiquidationEvent(Map<?, ?> fields, @Nullable Exchange exchange) {
        return fromFields(LiquidationEvent.class, fields, exchange);
    }

    @Converter
    public static MarketSnapshot toMarketSnapshot(Map<?, ?> fields, @Nullable Exchange exchange) {
        return fromFields(MarketSnapshot.class, fields, exchange);
    }

    @Converter
    public static PositionDistribution toPositionDistribution(Map<?, ?> fields, @Nullable Exchange exchange) {
        return fromFields(PositionDistribution.class, fields, exchange);
    }

    @Converter
    public static OrderBookSnapshot toOrderBookSnapshot(Map<?, ?> fields, @Nullable Exchange exchange) {
        return fromFields(OrderBookSnapshot.class, fields, exchange);
    }

    @Converter
    public static HeatmapData toHeatmapData(Map<?, ?> fields, @Nullable Exchange exchange) {
        return fromFields(HeatmapData.class, fields, exchange);
    }

    @Converter
    public static LiquidationEvent toLiquidationEvent(StreamEntry entry) {
        return fromEntry(LiquidationEvent.class, entry);
    }

    @Converter
    public static MarketSnapshot toMarketSnapshot(StreamEntry entry) {
        return fromEntry(MarketSnapshot.class, entry);
    }

    @Converter
    public static PositionDistribution toPositionDistribution(StreamEntry entry) {
        return fromEntry(PositionDistribution.class, entry);
    }

    @Converter
    public static OrderBookSnapshot toOrderBookSnapshot(StreamEntry entry) {
        return fromEntry(OrderBookSnapshot.class, entry);
    }

    @Converter
    public static HeatmapData toHeatmapData(StreamEntry entry) {
        return fromEntry(HeatmapData.class, entry);
    }

    @Converter
    public static LiquidationEvent toLiquidationEvent(String json) {
        return CODEC.fromJson(LiquidationEvent.class, json);
    }

    @Converter
    public static MarketSnapshot toMarketSnapshot(String json) {
        return CODEC.fromJson(MarketSnapshot.class, json);
    }

    @Converter
    public static PositionDistribution toPositionDistribution(String json) {
        return CODEC.fromJson(PositionDistribution.class, json);
    }

    @Converter
    public static OrderBookSnapshot toOrderBookSnapshot(String json) {
        return CODEC.fromJson(OrderBookSnapshot.class, json);
    }

    @Converter
    public static HeatmapData toHeatmapData(String json) {
        return CODEC.heatmapFromJson(json);
    }

    /** The record as a JSON object with the names of the trade model. */
    @Converter
    public static String toJson(TradeRecord trade) {
        return CODEC.toJson(trade);
    }

    private static <T extends TradeRecord> T fromFields(Class<T> type, Map<?, ?> body, @Nullable Exchange exchange) {
        Map<String, String> fields = CODEC.fieldsOfMap(body);
        String streamKey = exchange == null
                ? null
                : exchange.getMessage().getHeader(GortStreamsConstants.STREAM_KEY, String.class);
        return streamKey == null || StreamName.find(streamKey).isEmpty()
                ? CODEC.fromFields(type, fields)
                : CODEC.fromFields(type, StreamName.parse(streamKey), fields);
    }

    private static <T extends TradeRecord> T fromEntry(Class<T> type, StreamEntry entry) {
        return CODEC.fromFields(type, StreamName.parse(entry.streamKey()), entry.fields());
    }
}
