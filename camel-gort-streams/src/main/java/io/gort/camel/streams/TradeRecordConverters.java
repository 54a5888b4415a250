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
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * Makes trade records of the fields of entries and of JSON text, and the other way round. What cannot be made a record
 * fails with an {@link io.gort.camel.streams.entry.InvalidEntryException} that tells all violations.
 *
 * <p>Exchange and symbol of fields come from the stream that the entry was read from, as the headers tell, or without
 * it from fields of these names.
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
        return read(type, exchange == null ? Optional.empty() : origin(exchange.getMessage()), fields);
    }

    private static <T extends TradeRecord> T fromEntry(Class<T> type, StreamEntry entry) {
        return read(type, StreamName.find(entry.streamKey()), entry.fields());
    }

    private static <T extends TradeRecord> T read(
            Class<T> type, Optional<StreamName> origin, Map<String, String> fields) {
        return origin.isPresent() ? CODEC.fromFields(type, origin.get(), fields) : CODEC.fromFields(type, fields);
    }

    /**
     * The stream that the body was read from. The consumer tells its parts in headers that stay when a producer on the
     * way tells where it has put the entry.
     */
    private static Optional<StreamName> origin(Message message) {
        String type = message.getHeader(GortStreamsConstants.DATA_TYPE, String.class);
        if (type == null) {
            String streamKey = message.getHeader(GortStreamsConstants.STREAM_KEY, String.class);
            return streamKey == null ? Optional.empty() : StreamName.find(streamKey);
        }
        return StreamName.find(Stream.of(
                        type,
                        message.getHeader(GortStreamsConstants.EXCHANGE, String.class),
                        message.getHeader(GortStreamsConstants.SYMBOL, String.class))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(":")));
    }
}
