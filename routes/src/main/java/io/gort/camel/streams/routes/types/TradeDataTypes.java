package io.gort.camel.streams.routes.types;

import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.trade.DataType;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.TransformerKey;
import org.apache.camel.spi.ValidatorKey;

/**
 * The data types {@code gort-streams:liquidations}, {@code gort-streams:market}, {@code gort-streams:positions},
 * {@code gort-streams:orderbook} and {@code gort-streams:heatmap}, for {@code inputType}, {@code outputType} and
 * {@code transform}. A body of such a type is the record; of its JSON, its fields as a Map, or the entry that carries
 * it the record is made. With {@code validate} it is checked by the rules of the trade model. The classes of the
 * records ({@code java:…LiquidationEvent}) can be checked too.
 */
public final class TradeDataTypes {

    private TradeDataTypes() {}

    /** What the type is called in routes. */
    public static String urn(DataType type) {
        return GortStreamsConstants.SCHEME + ":" + type.prefix();
    }

    /** Tells the context how these types are made and checked. */
    public static void addTo(CamelContext context) {
        for (DataType type : DataType.values()) {
            context.getTransformerRegistry().put(new TransformerKey(urn(type)), new TradeRecordTransformer(type));
            addValidator(context, type, new org.apache.camel.spi.DataType(urn(type)));
            addValidator(context, type, new org.apache.camel.spi.DataType(type.recordType()));
        }
    }

    private static void addValidator(CamelContext context, DataType type, org.apache.camel.spi.DataType name) {
        context.getValidatorRegistry()
                .put(new ValidatorKey(name), new TradeRecordValidator(type).setType(name.getFullName()));
    }
}
