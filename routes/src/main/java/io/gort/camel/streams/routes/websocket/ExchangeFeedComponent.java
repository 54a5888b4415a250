package io.gort.camel.streams.routes.websocket;

import io.gort.camel.streams.routes.feeds.Venue;
import java.net.http.HttpClient;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** Consumes the frames of an exchange's public feed of liquidations: {@code gort-exchange-feed:bybit?url=…}. */
public class ExchangeFeedComponent extends DefaultComponent {

    /** One for all feeds; its threads end with it. */
    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        ExchangeFeedEndpoint endpoint = new ExchangeFeedEndpoint(uri, this, Venue.parse(remaining), client);
        setProperties(endpoint, parameters);
        return endpoint;
    }
}
