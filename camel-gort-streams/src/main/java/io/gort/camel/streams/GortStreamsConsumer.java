package io.gort.camel.streams;

import io.gort.camel.streams.consumer.ConsumerSettings;
import io.gort.camel.streams.consumer.MemberLease;
import io.gort.camel.streams.consumer.StreamConsumer;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.redis.StreamClient;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.StartupListener;
import org.apache.camel.Suspendable;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.LoggingExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Consumes the entries of streams: gives a {@link StreamConsumer} its life in a Camel context and each entry its
 * exchange.
 */
@ManagedResource(description = "Managed Gort Streams Consumer")
public class GortStreamsConsumer extends DefaultConsumer
        implements Suspendable, ShutdownAware, StartupListener, ManagedGortStreamsConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(GortStreamsConsumer.class);

    private volatile @Nullable StreamConsumer entries;
    private @Nullable StreamClient client;
    private volatile @Nullable MemberLease lease;
    private @Nullable CamelThreads threads;
    private @Nullable Meters meters;

    public GortStreamsConsumer(GortStreamsEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }

    @Override
    public GortStreamsEndpoint getEndpoint() {
        return (GortStreamsEndpoint) super.getEndpoint();
    }

    @Override
    public long count(ConsumerCount what) {
        StreamConsumer current = entries;
        return current == null ? 0 : what.of(current.counters());
    }

    @Override
    public @Nullable String getGroup() {
        return getEndpoint().getConfiguration().getGroup();
    }

    @Override
    public @Nullable String getConsumerName() {
        MemberLease held = lease;
        return held == null ? null : held.member().consumer();
    }

    @Override
    public int getInFlight() {
        StreamConsumer current = entries;
        return current == null ? 0 : current.inFlight();
    }

    @Override
    public @Nullable String getTrouble() {
        StreamConsumer current = entries;
        Throwable trouble = current == null ? null : current.trouble();
        return trouble == null ? null : trouble.getMessage();
    }

    @Override
    public Map<String, String> getStreamsSetAside() {
        StreamConsumer current = entries;
        return current == null ? Map.of() : current.streamTroubles();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        try {
            begin();
        } catch (RuntimeException | InterruptedException e) {
            letGo();
            throw e;
        }
    }

    private void begin() throws InterruptedException {
        GortStreamsConfiguration options = getEndpoint().getConfiguration();
        CamelThreads opened = new CamelThreads(
                camelContext().getExecutorServiceManager(), this, getEndpoint().getStream(), options);
        threads = opened;
        StreamClient taken = getEndpoint().getComponent().takeClient(options);
        client = taken;
        ConsumerSettings settings =
                withOwnName(settings(), taken, opened.threads().keeper());
        StreamConsumer started = new StreamConsumer(
                "Reading " + getEndpoint().getStream(),
                settings,
                taken,
                new RouteHandler(this, exchanges(settings), settings.ackMode()),
                this::readerFailed,
                opened.threads(),
                Clock.systemUTC());
        entries = started;
        started.start(options.isStartWhenDown());
        if (getEndpoint().getComponent().isHealthCheckConsumerEnabled()) {
            setHealthCheck(new ConsumerHealth(getEndpoint(), started));
        }
        meters = Meters.of(this, started);
        if (camelContext().isStarted()) {
            started.open();
        }
    }

    private static RouteExchanges exchanges(ConsumerSettings settings) {
        return settings.batchTimeout() == null
                ? new EntryExchanges(settings.member(), settings.ackMode())
                : new BatchExchanges(settings.member());
    }

    /** Sees that no other live member has the name. */
    private ConsumerSettings withOwnName(ConsumerSettings settings, StreamClient taken, ScheduledExecutorService keeper)
            throws InterruptedException {
        GroupMember wanted = settings.member();
        if (wanted == null) {
            return settings;
        }
        MemberLease held = getEndpoint().getConfiguration().getConsumerName() == null
                ? MemberLease.takeAny(taken, wanted, hostName())
                : MemberLease.takeExactly(taken, wanted, hostName());
        lease = held;
        long every = MemberLease.RENEW_EVERY.toMillis();
        Future<?> unused = keeper.scheduleWithFixedDelay(held::renew, every, every, TimeUnit.MILLISECONDS);
        return settings.withMember(held.member());
    }

    @Override
    public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) {
        // entries wait until the context is fully started
    }

    @Override
    public void onCamelContextFullyStarted(CamelContext context, boolean alreadyStarted) {
        StreamConsumer current = entries;
        if (current != null && !isSuspended()) {
            current.open();
        }
    }

    @Override
    protected void doSuspend() throws Exception {
        StreamConsumer current = entries;
        if (current != null) {
            current.suspend();
        }
    }

    @Override
    public boolean deferShutdown(ShutdownRunningTask shutdownRunningTask) {
        return false;
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        // suspending and stopping do all
    }

    /** What Camel's own count of exchanges may not have yet; a suspension and a stop wait for both. */
    @Override
    public int getPendingExchangesSize() {
        StreamConsumer current = entries;
        return current == null ? 0 : current.unfinished();
    }

    @Override
    protected void doResume() throws Exception {
        StreamConsumer current = entries;
        if (current == null) {
            doStart();
        } else {
            current.open();
        }
    }

    @Override
    protected void doStop() throws Exception {
        StreamConsumer current = entries;
        if (current != null) {
            Duration longest = Duration.ofMillis(camelContext()
                    .getShutdownStrategy()
                    .getTimeUnit()
                    .toMillis(camelContext().getShutdownStrategy().getTimeout()));
            if (!current.stop(longest)) {
                LOG.warn(
                        "{} entries of {} are still in work after {}: they stay pending unless they end well",
                        current.inFlight(),
                        getEndpoint().getStream(),
                        longest);
            }
        }
        letGo();
        super.doStop();
    }

    private void letGo() {
        Meters bound = meters;
        if (bound != null) {
            bound.close();
            meters = null;
        }
        StreamConsumer current = entries;
        if (current != null) {
            current.abandon();
            entries = null;
        }
        CamelThreads opened = threads;
        if (opened != null) {
            opened.close();
            threads = null;
        }
        MemberLease held = lease;
        if (held != null) {
            held.release();
            lease = null;
        }
        StreamClient taken = client;
        if (taken != null) {
            getEndpoint().getComponent().giveBackClient(taken);
            client = null;
        }
    }

    private ConsumerSettings settings() {
        String id = getRouteId();
        String route = id == null ? "consumer" : id;
        String defaultName = hostName() + "-" + camelContext().getName() + "-" + route;
        return ConsumerOptions.settings(getEndpoint().path(), getEndpoint().getConfiguration(), defaultName, route);
    }

    /** Tells an exception handler that somebody has set; the default one would only repeat what is logged already. */
    private void readerFailed(String message, Throwable cause) {
        ExceptionHandler handler = getExceptionHandler();
        if (handler instanceof LoggingExceptionHandler) {
            return;
        }
        try {
            handler.handleException(message, cause);
        } catch (RuntimeException e) {
            LOG.warn(
                    "The exception handler of {} failed, reading goes on",
                    getEndpoint().getStream(),
                    e);
        }
    }

    Exchange newExchange() {
        return createExchange(false);
    }

    void release(Exchange exchange) {
        releaseExchange(exchange, false);
    }

    private CamelContext camelContext() {
        return getEndpoint().getCamelContext();
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
