package io.gort.camel.streams.routes.websocket;

import java.net.http.HttpClient;
import java.util.concurrent.ExecutorService;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;

/** Runs the route for each frame, one at a time and in their order, on a thread of its own. */
final class ExchangeFeedConsumer extends DefaultConsumer {

    private final String exchange;
    private final FeedConnectionSettings settings;
    private final HttpClient client;
    private @Nullable FeedConnection connection;
    private @Nullable ExecutorService thread;

    ExchangeFeedConsumer(Endpoint endpoint, Processor processor, FeedConnectionSettings settings, HttpClient client) {
        super(endpoint, processor);
        this.exchange = settings.venue().label();
        this.settings = settings;
        this.client = client;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        FeedConnection opened = new FeedConnection(settings, client);
        ExecutorService started = getEndpoint()
                .getCamelContext()
                .getExecutorServiceManager()
                .newSingleThreadExecutor(this, "gort-exchange-feed[" + exchange + "]");
        connection = opened;
        thread = started;
        started.execute(() -> opened.run(this::handOver));
    }

    private void handOver(String frame) {
        Exchange delivery = createExchange(false);
        try {
            delivery.getMessage().setBody(frame);
            createUoW(delivery);
            getProcessor().process(delivery);
        } catch (Exception e) {
            delivery.setException(e);
        } finally {
            if (delivery.getException() != null) {
                getExceptionHandler().handleException("The route of a feed failed", delivery, delivery.getException());
            }
            doneUoW(delivery);
            releaseExchange(delivery, false);
        }
    }

    @Override
    protected void doStop() throws Exception {
        FeedConnection open = connection;
        if (open != null) {
            open.close();
            connection = null;
        }
        ExecutorService started = thread;
        if (started != null) {
            getEndpoint().getCamelContext().getExecutorServiceManager().shutdownGraceful(started);
            thread = null;
        }
        super.doStop();
    }
}
