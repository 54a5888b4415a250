package io.gort.camel.streams;

import io.gort.camel.streams.consumer.HandledKeys;
import io.gort.camel.streams.consumer.HandledKeys.Attempt;
import io.gort.camel.streams.consumer.HandledKeys.Claim;
import io.gort.camel.streams.redis.StreamClient;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;

/**
 * The repository of Camel's idempotent consumer on Redis, for all members of a group together. A key is <i>in
 * progress</i> from the moment its exchange begins, and <i>done</i> once the exchange has completed well. Only what is
 * done is a duplicate. What is in progress elsewhere is neither new nor a duplicate: {@link KeyInProgressException} is
 * thrown, so that its entry stays pending and is tried again. A process that dies leaves its keys in progress for
 * {@code inProgressLifetime} at most, and an entry that is delivered again takes over what its earlier run has left
 * behind at once: nothing is taken for done that is not.
 *
 * <p>The server is that of the component {@code gort-streams}, unless a client is given.
 */
@ManagedResource(description = "Idempotent repository on Redis")
public class GortStreamsIdempotentRepository extends ServiceSupport implements IdempotentRepository, CamelContextAware {

    private static final String CLAIM = "CamelGortStreamsClaim.";

    private @Nullable CamelContext camelContext;
    private @Nullable StreamClient client;
    private String componentName = GortStreamsConstants.SCHEME;
    private String prefix = "";
    private Duration lifetime = Duration.ofDays(1);
    private Duration inProgressLifetime = Duration.ofSeconds(30);
    private Duration maxProcessingTime = Duration.ofMinutes(30);
    private @Nullable OpenKeys open;

    public GortStreamsIdempotentRepository() {}

    /** A repository whose keys on the server begin so. */
    public GortStreamsIdempotentRepository(String prefix) {
        this.prefix = prefix;
    }

    /**
     * Begins the work of a key.
     *
     * @return false if it is done
     * @throws KeyInProgressException if somebody else is at it
     */
    @Override
    public boolean add(Exchange exchange, String key) {
        Claim own = claim(exchange, key);
        if (own != null && keys().isLive(own)) {
            return true; // another try of the same exchange
        }
        EntryInWork entry = EntryInWork.of(exchange);
        Claim claim = begin(key, entry == null ? null : entry.toString());
        if (claim == null) {
            return false;
        }
        exchange.setProperty(CLAIM + prefix + key, claim);
        exchange.getExchangeExtension().addOnCompletion(new Leftover(claim));
        return true;
    }

    /** As {@link #add(Exchange, String)}; the key stays in progress until its claim ends. */
    @Override
    public boolean add(String key) {
        return begin(key, null) != null;
    }

    private @Nullable Claim begin(String key, @Nullable String run) {
        Attempt attempt = keys().begin(key, run);
        if (attempt instanceof Attempt.InProgress other) {
            throw new KeyInProgressException(prefix + key, other.by());
        }
        return attempt instanceof Attempt.Begun begun ? begun.claim() : null;
    }

    /** Whether the key is done. */
    @Override
    @ManagedOperation(description = "Whether the key is done")
    public boolean contains(String key) {
        return keys().isDone(key);
    }

    /** Notes that the key is done. If the server does not take it now it is sent again later. */
    @Override
    public boolean confirm(Exchange exchange, String key) {
        Claim claim = claim(exchange, key);
        if (claim == null) {
            return confirm(key);
        }
        keys().done(claim);
        return true;
    }

    @Override
    public boolean confirm(String key) {
        keys().done(key);
        return true;
    }

    /** Frees the key if it is in progress for this exchange; what is done, or in progress elsewhere, stays so. */
    @Override
    public boolean remove(Exchange exchange, String key) {
        Claim claim = claim(exchange, key);
        if (claim == null || !keys().isLive(claim)) {
            return false;
        }
        keys().giveUp(claim);
        return true;
    }

    /** Frees the key, also if it is done. */
    @Override
    @ManagedOperation(description = "Frees the key, also if it is done")
    public boolean remove(String key) {
        return keys().forget(key);
    }

    @Override
    @ManagedOperation(description = "Frees all keys")
    public void clear() {
        keys().forgetAll();
    }

    private @Nullable Claim claim(Exchange exchange, String key) {
        return exchange.getProperty(CLAIM + prefix + key, Claim.class);
    }

    /**
     * An exchange that has ended and neither confirmed nor removed its key, as {@code removeOnFailure=false} has it.
     */
    private final class Leftover extends SynchronizationAdapter {

        private final Claim claim;

        Leftover(Claim claim) {
            this.claim = claim;
        }

        @Override
        public void onDone(Exchange exchange) {
            if (keys().isLive(claim)) {
                keys().done(claim);
            }
        }
    }

    @Override
    protected void doStart() {
        HandledKeys unused = keys();
    }

    /** Opened when it is needed: routes that share the repository stop it with the first of them. */
    private synchronized HandledKeys keys() {
        OpenKeys current = open;
        if (current == null) {
            current = open();
            open = current;
        }
        return current.keys();
    }

    private OpenKeys open() {
        CamelContext context = context();
        HandledKeys.Settings settings =
                new HandledKeys.Settings(prefix, lifetime, inProgressLifetime, maxProcessingTime);
        StreamClient ready = client;
        return ready == null
                ? OpenKeys.of(context.getComponent(componentName, GortStreamsComponent.class), settings)
                : OpenKeys.of(ready, context, settings);
    }

    @Override
    protected synchronized void doStop() {
        OpenKeys current = open;
        if (current != null) {
            open = null;
            current.close();
        }
    }

    private CamelContext context() {
        CamelContext context = camelContext;
        if (context == null) {
            throw new IllegalStateException("camelContext: none (expected: set before the repository starts)");
        }
        return context;
    }

    @Override
    public @Nullable CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(@Nullable CamelContext camelContext) {
        this.camelContext = camelContext;
    }

    public @Nullable StreamClient getClient() {
        return client;
    }

    /** A ready client to use instead of the component's connections. It is not closed. */
    public void setClient(@Nullable StreamClient client) {
        this.client = client;
    }

    @ManagedAttribute(description = "Name of the component whose connections are used")
    public String getComponentName() {
        return componentName;
    }

    /** The component whose connections are used; {@code gort-streams} by default. */
    public void setComponentName(String componentName) {
        this.componentName = componentName;
    }

    @ManagedAttribute(description = "What the keys on the server begin with")
    public String getPrefix() {
        return prefix;
    }

    /**
     * What the keys on the server begin with. Each group needs one of its own, or it would skip what others handled.
     */
    public void setPrefix(String prefix) {
        this.prefix = prefix;
    }

    public Duration getLifetime() {
        return lifetime;
    }

    /** How long a key that is done is remembered: as late as a duplicate may come. A day by default. */
    public void setLifetime(Duration lifetime) {
        this.lifetime = lifetime;
    }

    public Duration getInProgressLifetime() {
        return inProgressLifetime;
    }

    /**
     * How long a key stays in progress after its process has died; while the process lives it is renewed. 30 seconds by
     * default.
     */
    public void setInProgressLifetime(Duration inProgressLifetime) {
        this.inProgressLifetime = inProgressLifetime;
    }

    public Duration getMaxProcessingTime() {
        return maxProcessingTime;
    }

    /** How long a key in progress is renewed at most. 30 minutes by default. */
    public void setMaxProcessingTime(Duration maxProcessingTime) {
        this.maxProcessingTime = maxProcessingTime;
    }

    @ManagedAttribute(description = "Keys in progress in this process")
    public synchronized int getInProgress() {
        OpenKeys current = open;
        return current == null ? 0 : current.keys().inProgress();
    }
}
