package io.gort.camel.streams.karaf.config;

import io.gort.camel.streams.ConnectionDefaults;
import java.time.Duration;
import java.util.Hashtable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.spi.TypeConverterLoader;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ManagedService;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Offers the configuration {@value #PID} as the connection defaults of every {@code gort-streams} component in the
 * container, from when Camel can make the component: who waits for the defaults can start routes then, whatever order
 * bundles start in.
 */
public final class Activator implements BundleActivator {

    /** The configuration's name: the file {@code etc/io.gort.camel.streams.cfg}. */
    static final String PID = "io.gort.camel.streams";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private @Nullable Offer offer;

    @Override
    public void start(BundleContext context) {
        ConfiguredConnection connection = new ConfiguredConnection(PATIENCE);
        Hashtable<String, Object> identity = new Hashtable<>();
        identity.put(Constants.SERVICE_PID, PID);
        context.registerService(ManagedService.class, connection, identity);
        Offer made = new Offer(context, connection);
        offer = made;
        made.open();
    }

    @Override
    public void stop(BundleContext context) {
        if (offer != null) {
            offer.close();
        }
        // the framework withdraws what was registered
    }

    /** Waits for the converters of the component: they are the last that Camel takes from its bundle. */
    private static final class Offer extends ServiceTracker<TypeConverterLoader, TypeConverterLoader> {

        private final ConnectionDefaults defaults;
        private final AtomicBoolean made = new AtomicBoolean();

        Offer(BundleContext context, ConnectionDefaults defaults) {
            super(context, TypeConverterLoader.class, null);
            this.defaults = defaults;
        }

        @Override
        public @Nullable TypeConverterLoader addingService(ServiceReference<TypeConverterLoader> converters) {
            boolean ofTheComponent = converters.getBundle().equals(FrameworkUtil.getBundle(ConnectionDefaults.class));
            if (ofTheComponent && made.compareAndSet(false, true)) {
                context.registerService(ConnectionDefaults.class, defaults, new Hashtable<>());
            }
            return null; // what becomes of them later does not matter
        }
    }
}
