package io.gort.camel.streams;

import io.gort.camel.streams.entry.ConnectionSettings;
import io.gort.camel.streams.entry.PoolUse;
import io.gort.camel.streams.producer.Publisher;
import io.gort.camel.streams.redis.StreamClient;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.jspecify.annotations.Nullable;

/** Publishes to and consumes from Redis Streams. */
@ManagedResource(description = "Managed component gort-streams")
@Component(GortStreamsConstants.SCHEME)
public class GortStreamsComponent extends HealthCheckComponent implements SSLContextParametersAware {

    private final SharedClients clients = new SharedClients(this::openMeters);
    private final SharedPublishers publishers = new SharedPublishers();
    private final TlsContexts tlsContexts = new TlsContexts();

    @Metadata(description = "The options that endpoints begin with.")
    private GortStreamsConfiguration configuration = new GortStreamsConfiguration();

    @Metadata(
            label = "security",
            defaultValue = "false",
            description = "Whether endpoints without sslContextParameters use those of the Camel context.")
    private boolean useGlobalSslContextParameters;

    @Metadata(
            label = "advanced",
            autowired = true,
            description = "Says how endpoints reach their server where their URIs do not.")
    private @Nullable ConnectionDefaults connectionDefaults;

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        GortStreamsConfiguration options = options();
        boolean uriSaysWay = ConnectionOptions.preferUri(options, parameters);
        GortStreamsEndpoint endpoint = new GortStreamsEndpoint(uri, this, remaining, options);
        if (uriSaysWay) {
            endpoint.leaveRegistryAlone();
        }
        new OptionTexts(getCamelContext().getTypeConverter()).check(parameters);
        setProperties(endpoint, parameters);
        useGlobalTls(endpoint.getConfiguration());
        ConsumerOptions.checkRanges(endpoint.getConfiguration());
        endpoint.path();
        return endpoint;
    }

    @Override
    protected void validateParameters(String uri, Map<String, Object> parameters, @Nullable String optionPrefix) {
        UnknownOptions.refuse(parameters);
    }

    /** What an endpoint begins with. */
    private GortStreamsConfiguration options() {
        GortStreamsConfiguration options = configuration.copy();
        if (connectionDefaults != null) {
            connectionDefaults.applyTo(options);
        }
        return options;
    }

    private void useGlobalTls(GortStreamsConfiguration options) {
        if (useGlobalSslContextParameters && options.getSslContextParameters() == null) {
            options.setSslContextParameters(retrieveGlobalSslContextParameters());
        }
    }

    private GortStreamsConfiguration optionsWithoutUri() {
        GortStreamsConfiguration options = options();
        useGlobalTls(options);
        return options;
    }

    /**
     * How those endpoints reach their server whose URI does not say it, for those who open connections of their own to it.
     *
     * @throws IllegalArgumentException naming the option, if they contradict each other or give a ready client, which
     *         does not tell where it leads
     */
    public ConnectionSettings connectionSettings() {
        GortStreamsConfiguration options = optionsWithoutUri();
        if (options.getClient() != null) {
            throw new IllegalArgumentException("client: given (expected: options that say where the server is)");
        }
        return connectionSettings(options);
    }

    private ConnectionSettings connectionSettings(GortStreamsConfiguration options) {
        return ConnectionOptions.settings(options, tlsContexts.of(options, getCamelContext()));
    }

    /** The client that endpoints have whose URI does not say how their server is reached. */
    public StreamClient takeClient() {
        return takeClient(optionsWithoutUri());
    }

    /** The client for these options: the ready one, or one that is shared with all endpoints of the same server. */
    public StreamClient takeClient(GortStreamsConfiguration options) {
        StreamClient ready = options.getClient();
        return ready != null ? ready : clients.take(connectionSettings(options));
    }

    /** Gives back what was taken; the last one to do so closes it. A ready client stays open. */
    public void giveBackClient(StreamClient client) {
        clients.giveBack(client);
    }

    /** What sends the entries of an endpoint, shared with all endpoints that have the same client and bounds. */
    Publisher takePublisher(StreamClient client, GortStreamsEndpoint endpoint) {
        GortStreamsConfiguration options = endpoint.getConfiguration();
        return publishers.take(
                this, client, ProducerOptions.publisherSettings(options), ConnectionOptions.where(options));
    }

    /** Gives back what was taken; the last one to do so waits until it has sent what it holds. */
    void giveBackPublisher(Publisher publisher) {
        publishers.giveBack(publisher, getCamelContext());
    }

    private Meters openMeters(String server) {
        return Meters.ofConnections(getCamelContext(), server, () -> clients.pools(server));
    }

    /** How busy the connections are that the component has opened, those of a cluster node by node. */
    List<PoolUse> pools() {
        return clients.pools();
    }

    @ManagedAttribute(description = "How busy the connections are that endpoints share, by server")
    public Map<String, String> getConnections() {
        return pools().stream()
                .collect(Collectors.toMap(PoolUse::server, PoolUse::summary, (one, other) -> one + "; " + other));
    }

    public GortStreamsConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(GortStreamsConfiguration configuration) {
        this.configuration = configuration;
    }

    public @Nullable ConnectionDefaults getConnectionDefaults() {
        return connectionDefaults;
    }

    public void setConnectionDefaults(@Nullable ConnectionDefaults connectionDefaults) {
        this.connectionDefaults = connectionDefaults;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    @Override
    protected void doShutdown() throws Exception {
        clients.close();
        super.doShutdown();
    }
}
