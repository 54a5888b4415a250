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
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ManagedService;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/**
 * Offers the configuration {@value #PID} as the connection defaults of every {@code gort-streams} component in the
 * container, while Camel can make the component: who waits for the defaults can start routes. Bundles start in any order,
 * and the converters are the last that Camel takes from the component's bundle.
 */
public final class Activator
        implements BundleActivator,
                ServiceTrackerCustomizer<TypeConverterLoader, ServiceReference<TypeConverterLoader>> {

    /** The configuration's name: the file {@code etc/io.gort.camel.streams.cfg}. */
    static final String PID = "io.gort.camel.streams";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ConfiguredConnection connection = new ConfiguredConnection(PATIENCE);
    private final AtomicBoolean present = new AtomicBoolean();
    private volatile @Nullable ServiceRegistration<ConnectionDefaults> offered;
    private @Nullable BundleContext bundle;
    private @Nullable ServiceTracker<TypeConverterLoader, ServiceReference<TypeConverterLoader>> component;

    @Override
    public void start(BundleContext context) {
        bundle = context;
        Hashtable<String, Object> identity = new Hashtable<>();
        identity.put(Constants.SERVICE_PID, PID);
        context.registerService(ManagedService.class, connection, identity);
        ServiceTracker<TypeConverterLoader, ServiceReference<TypeConverterLoader>> tracker =
                new ServiceTracker<>(context, TypeConverterLoader.class, this);
        component = tracker;
        tracker.open();
    }

    @Override
    public void stop(BundleContext context) {
        if (component != null) {
            component.close();
        }
        // the framework withdraws what else was registered
    }

    @Override
    public @Nullable ServiceReference<TypeConverterLoader> addingService(
            ServiceReference<TypeConverterLoader> converters) {
        if (bundle == null || !converters.getBundle().equals(FrameworkUtil.getBundle(ConnectionDefaults.class))) {
            return null;
        }
        if (present.compareAndSet(false, true)) { // Camel may take converters more than once
            offered = bundle.registerService(ConnectionDefaults.class, connection, new Hashtable<>());
        }
        return converters;
    }

    @Override
    public void modifiedService(
            ServiceReference<TypeConverterLoader> converters, ServiceReference<TypeConverterLoader> tracked) {
        // only whether they are there matters
    }

    @Override
    public void removedService(
            ServiceReference<TypeConverterLoader> converters, ServiceReference<TypeConverterLoader> tracked) {
        ServiceRegistration<ConnectionDefaults> withdrawn = offered;
        if (present.compareAndSet(true, false) && withdrawn != null) {
            offered = null;
            withdrawn.unregister();
        }
    }
}
