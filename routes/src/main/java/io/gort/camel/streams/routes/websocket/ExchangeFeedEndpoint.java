package io.gort.camel.streams.routes.websocket;

import io.gort.camel.streams.entry.BackOff;
import io.gort.camel.streams.routes.feeds.FeedSettings;
import io.gort.camel.streams.routes.feeds.Venue;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** One feed: an exchange, where it is, and which instruments are wanted. */
public class ExchangeFeedEndpoint extends DefaultEndpoint {

    private final Venue venue;
    private final HttpClient client;
    private String url = "";
    private String symbols = "";
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration keepAlive = Duration.ofSeconds(15);
    private Duration maxSilence = Duration.ofSeconds(60);
    private Duration reconnectDelay = Duration.ofSeconds(1);
    private Duration maxReconnectDelay = Duration.ofSeconds(30);

    ExchangeFeedEndpoint(String uri, Component component, Venue venue, HttpClient client) {
        super(uri, component);
        this.venue = venue;
        this.client = client;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        ExchangeFeedConsumer consumer = new ExchangeFeedConsumer(this, processor, settings(), client);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException(
                "gort-exchange-feed:" + venue.label() + " (expected: in from, not in to)");
    }

    /** @throws IllegalArgumentException naming the option, its value and what was expected */
    private FeedConnectionSettings settings() {
        return new FeedConnectionSettings(
                venue,
                URI.create(url),
                FeedSettings.parse(symbols, "", "").instruments(),
                connectTimeout,
                keepAlive,
                maxSilence,
                BackOff.byChance(reconnectDelay, maxReconnectDelay));
    }

    public String getUrl() {
        return url;
    }

    /** Where the exchange's WebSocket is: {@code ws:} or {@code wss:}. */
    public void setUrl(String url) {
        this.url = url;
    }

    public String getSymbols() {
        return symbols;
    }

    /** The instruments, in the exchange's own names, with commas between; all where it is empty. */
    public void setSymbols(String symbols) {
        this.symbols = symbols;
    }

    public Duration getConnectTimeout() {
        return connectTimeout;
    }

    /** How long a connect may take. */
    public void setConnectTimeout(Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public Duration getKeepAlive() {
        return keepAlive;
    }

    /** How often the exchange gets a sign of life. */
    public void setKeepAlive(Duration keepAlive) {
        this.keepAlive = keepAlive;
    }

    public Duration getMaxSilence() {
        return maxSilence;
    }

    /** After how long without any sign of the exchange the connection is given up, and made anew. */
    public void setMaxSilence(Duration maxSilence) {
        this.maxSilence = maxSilence;
    }

    public Duration getReconnectDelay() {
        return reconnectDelay;
    }

    /** How long to wait before the first try to connect again; each further wait is twice as long. */
    public void setReconnectDelay(Duration reconnectDelay) {
        this.reconnectDelay = reconnectDelay;
    }

    public Duration getMaxReconnectDelay() {
        return maxReconnectDelay;
    }

    /** The longest wait between tries to connect. */
    public void setMaxReconnectDelay(Duration maxReconnectDelay) {
        this.maxReconnectDelay = maxReconnectDelay;
    }
}
