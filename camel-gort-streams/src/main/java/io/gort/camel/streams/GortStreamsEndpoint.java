package io.gort.camel.streams;

import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.MultipleConsumersSupport;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.spi.HeaderFilterStrategyAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * Publish to and consume from Redis Streams, with consumer groups, retries and dead letters.
 */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = GortStreamsConstants.SCHEME,
        title = "Gort Streams",
        syntax = "gort-streams:stream",
        category = {Category.MESSAGING, Category.DATABASE},
        headersClass = GortStreamsConstants.class)
public class GortStreamsEndpoint extends DefaultEndpoint
        implements EndpointServiceLocation, HeaderFilterStrategyAware, MultipleConsumersSupport {

    @UriPath(
            description =
                    "The stream key, such as liquidations:binance:BTCUSDT. A consumer may read several, with commas"
                            + " between, and patterns in which * stands for any text. For a producer of trade data only the data"
                            + " type is enough (liquidations, market, positions, orderbook, heatmap): exchange and symbol are then"
                            + " taken from the body or the headers.")
    @Metadata(required = true)
    private final String stream;

    @UriParam
    private final GortStreamsConfiguration configuration;

    @UriParam(label = "advanced", description = "Says which headers may become fields of an entry.")
    private HeaderFilterStrategy headerFilterStrategy = new GortStreamsHeaderFilterStrategy();

    private boolean registryLeftAlone;

    public GortStreamsEndpoint(
            String uri, GortStreamsComponent component, String stream, GortStreamsConfiguration configuration) {
        super(uri, component);
        this.stream = stream;
        this.configuration = configuration;
    }

    /** Keeps Camel from putting a client or credentials of the registry in place of what the URI says. */
    void leaveRegistryAlone() {
        registryLeftAlone = true;
        setAutowiredEnabled(false);
    }

    @Override
    public void setAutowiredEnabled(boolean autowiredEnabled) {
        super.setAutowiredEnabled(autowiredEnabled && !registryLeftAlone);
    }

    @Override
    public Producer createProducer() throws Exception {
        return new GortStreamsProducer(this);
    }

    /** Routes of one context may read the same streams: each is a member of its group, or sees every entry. */
    @Override
    public boolean isMultipleConsumersSupported() {
        return true;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        ConsumerOptions.check(path(), configuration);
        GortStreamsConsumer consumer = new GortStreamsConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    /** The path, read. */
    StreamPath path() {
        return StreamPath.parse(stream);
    }

    @Override
    public GortStreamsComponent getComponent() {
        return (GortStreamsComponent) super.getComponent();
    }

    public String getStream() {
        return stream;
    }

    public GortStreamsConfiguration getConfiguration() {
        return configuration;
    }

    @Override
    public HeaderFilterStrategy getHeaderFilterStrategy() {
        return headerFilterStrategy;
    }

    @Override
    public void setHeaderFilterStrategy(HeaderFilterStrategy headerFilterStrategy) {
        this.headerFilterStrategy = headerFilterStrategy;
    }

    /** Null where a ready client is given: it does not tell where it leads. */
    @Override
    public @Nullable String getServiceUrl() {
        return configuration.getClient() == null ? ConnectionOptions.where(configuration) : null;
    }

    @Override
    public String getServiceProtocol() {
        return "redis";
    }
}
