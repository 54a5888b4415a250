package io.gort.camel.streams.routes.feeds;

import org.apache.camel.CamelContext;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.Transformer;

/** Makes liquidations of the frames of one exchange. */
final class FeedTransformer extends Transformer {

    private final Venue venue;

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
        FeedSettings settings = settings(message.getExchange().getContext());
        message.setBody(venue.reader(settings).read(message.getMandatoryBody(String.class)));
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
