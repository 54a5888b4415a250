package io.gort.camel.streams.routes.websocket;

import io.gort.camel.streams.routes.feeds.InvalidFrameException;
import java.net.http.HttpClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.util.ObjectHelper;
import org.jspecify.annotations.Nullable;

/**
 * Runs the route for each frame, one at a time and in their order, on a thread of its own. JMX shows how many there were;
 * public because JMX asks for it.
 */
@ManagedResource(description = "Managed Gort Exchange Feed Consumer")
public final class ExchangeFeedConsumer extends DefaultConsumer {

    private final String exchange;
    private final FeedConnectionSettings settings;
    private final HttpClient client;
    private final LongAdder frames = new LongAdder();
    private final LongAdder invalidFrames = new LongAdder();
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
            count(delivery);
            if (delivery.getException() != null) {
                getExceptionHandler().handleException("The route of a feed failed", delivery, delivery.getException());
            }
            doneUoW(delivery);
            releaseExchange(delivery, false);
        }
    }

    /** A frame is invalid whether the route has dealt with that, as the template's does, or has failed of it. */
    private void count(Exchange delivery) {
        frames.increment();
        Exception caught = delivery.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Exception.class);
        Exception failure = delivery.getException() == null ? caught : delivery.getException();
        if (ObjectHelper.getException(InvalidFrameException.class, failure) != null) {
            invalidFrames.increment();
        }
    }

    @ManagedAttribute(description = "Frames that came from the exchange")
    public long getFrames() {
        return frames.sum();
    }

    @ManagedAttribute(
            description = "Frames that could not be read, or not all of them, refused subscriptions among them")
    public long getInvalidFrames() {
        return invalidFrames.sum();
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
