package io.gort.camel.streams.routes.feeds;

import io.gort.camel.streams.GortStreamsConstants;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.TransformerKey;

/**
 * The data types {@code gort-streams:binance-liquidations}, {@code gort-streams:bybit-liquidations} and so on, for
 * {@code transformDataType}, {@code inputType} and {@code outputType}: of a frame of the exchange they make a List of
 * {@link io.gort.camel.streams.trade.LiquidationEvent}, which may be empty. Feeds that need settings have them from
 * properties: {@code gort-streams.feed.okx.contractValues}, and {@code symbols} and {@code symbolNames} likewise.
 */
public final class FeedDataTypes {

    private FeedDataTypes() {}

    /** What the type is called in routes. */
    public static String urn(Venue venue) {
        return GortStreamsConstants.SCHEME + ":" + venue.label() + "-liquidations";
    }

    /** Tells the context how these types are made. */
    public static void addTo(CamelContext context) {
        for (Venue venue : Venue.values()) {
            context.getTransformerRegistry().put(new TransformerKey(urn(venue)), new FeedTransformer(venue));
        }
    }
}
