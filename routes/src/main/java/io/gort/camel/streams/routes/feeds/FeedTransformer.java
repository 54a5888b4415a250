package io.gort.camel.streams.routes.feeds;

import org.apache.camel.CamelContext;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.Transformer;
import org.jspecify.annotations.Nullable;

/** Makes liquidations of the frames of one exchange. */
final class FeedTransformer extends Transformer {

    private final Venue venue;
    private volatile @Nullable FrameReader reader;

    FeedTransformer(Venue venue) {
        super(FeedDataTypes.urn(venue));
        this.venue = venue;
    }

    /**
     * Makes a List of liquidations of the body, a frame as text or bytes.
     *
     * @throws InvalidFrameException naming all that is wrong with the frame
     */
    @Override
    public void transform(Message message, DataType from, DataType to) throws InvalidPayloadException {
        FrameReader current = reader(message.getExchange().getContext());
        message.setBody(current.read(message.getMandatoryBody(String.class)));
    }

    /** Made for the first frame: when the transformer is made, the properties may not be known yet. */
    private FrameReader reader(CamelContext context) {
        FrameReader known = reader;
        if (known == null) {
            known = venue.reader(settings(context));
            reader = known;
        }
        return known;
    }

    private FeedSettings settings(CamelContext context) {
        return FeedSettings.parse(
                property(context, "symbols"), property(context, "symbolNames"), property(context, "contractValues"));
    }

    private String property(CamelContext context, String name) {
        return context.getPropertiesComponent()
                .resolveProperty("gort-streams.feed." + venue.label() + "." + name)
                .orElse("");
    }
}
