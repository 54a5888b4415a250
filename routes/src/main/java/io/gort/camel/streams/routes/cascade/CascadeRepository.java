package io.gort.camel.streams.routes.cascade;

import io.gort.camel.streams.GortStreamsComponent;
import io.gort.camel.streams.GortStreamsConstants;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.component.redis.processor.aggregate.RedisAggregationRepository;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RedissonClient;

/**
 * Keeps windows in Redis, on the server of the component, for all members of a group together. Members add to a window
 * at the same time: the aggregator reads it, adds an entry and stores it, and what another member has stored meanwhile
 * must not be lost. So states are merged when they are stored, under a lock in Redis, and a window goes to the one who
 * removes it.
 */
public final class CascadeRepository extends RedisAggregationRepository implements CamelContextAware {

    private @Nullable CamelContext camelContext;
    private @Nullable RedissonClient ownClient;

    /** Names it on the server; its keys lie in one slot of a cluster. */
    public void setName(String name) {
        String key = "gort-cascades:{" + name + "}";
        setMapName(key);
        setPersistenceMapName(key + ":over");
    }

    /** How often a window that is over is tried again while nobody takes it. */
    public void setRetryInterval(Duration retryInterval) {
        setRecoveryInterval(retryInterval.toMillis());
    }

    @Override
    public @Nullable Exchange add(CamelContext context, String key, Exchange exchange) {
        Lock lock = lock();
        lock.lock();
        try {
            take(get(context, key), exchange);
            return super.add(context, key, exchange);
        } finally {
            lock.unlock();
        }
    }

    /** @throws OptimisticLockingException if another member has removed it; the aggregator then leaves it alone */
    @Override
    public void remove(CamelContext context, String key, Exchange exchange) {
        Lock lock = lock();
        lock.lock();
        try {
            Exchange stored = get(context, key);
            if (stored == null) {
                throw new OptimisticLockingException();
            }
            take(stored, exchange);
            // what is removed is what was stored, and without its key and its reason it cannot be tried again
            super.add(context, key, exchange);
            super.remove(context, key, exchange);
        } finally {
            lock.unlock();
        }
    }

    private Lock lock() {
        return getRedisson().getLock(getMapName() + ":lock");
    }

    private static void take(@Nullable Exchange stored, Exchange exchange) {
        if (stored != null) {
            CascadeState state = CascadeState.parse(stored.getMessage().getBody(String.class));
            CascadeState own = CascadeState.parse(exchange.getMessage().getBody(String.class));
            exchange.getMessage().setBody(state.and(own).toText());
        }
    }

    @Override
    protected void doStart() throws Exception {
        CamelContext context = camelContext;
        if (getRedisson() == null) {
            if (context == null) {
                throw new IllegalStateException("The repository " + getMapName() + " has no Camel context");
            }
            GortStreamsComponent component =
                    context.getComponent(GortStreamsConstants.SCHEME, GortStreamsComponent.class);
            ownClient = RedissonClients.connect(component.connectionSettings());
            setRedisson(ownClient);
        }
        super.doStart();
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        RedissonClient opened = ownClient;
        if (opened != null) {
            ownClient = null;
            setRedisson(null);
            opened.shutdown();
        }
    }

    @Override
    public @Nullable CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }
}
