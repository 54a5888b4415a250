package io.gort.camel.streams.karaf.example;

import io.gort.camel.streams.ConnectionDefaults;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/** Runs the routes while the bundle is started and the container offers the configured connection to Redis. */
public final class Activator implements BundleActivator, ServiceTrackerCustomizer<ConnectionDefaults, CamelContext> {

    private @Nullable BundleContext bundle;
    private @Nullable ServiceTracker<ConnectionDefaults, CamelContext> connection;

    @Override
    public void start(BundleContext context) {
        bundle = context;
        ServiceTracker<ConnectionDefaults, CamelContext> tracker =
                new ServiceTracker<>(context, ConnectionDefaults.class, this);
        connection = tracker;
        tracker.open();
    }

    @Override
    public void stop(BundleContext context) {
        ServiceTracker<ConnectionDefaults, CamelContext> tracker = connection;
        if (tracker != null) {
            tracker.close();
        }
    }

    @Override
    public CamelContext addingService(ServiceReference<ConnectionDefaults> offered) {
        CamelContext camel = new OsgiDefaultCamelContext(bundle);
        camel.getCamelContextExtension().setName("gort-streams-example");
        try {
            camel.addRoutes(new ArchiveRoutes());
            camel.start();
        } catch (Exception e) {
            camel.stop();
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
        return camel;
    }

    @Override
    public void modifiedService(ServiceReference<ConnectionDefaults> offered, CamelContext camel) {
        // its values are asked for when endpoints are made
    }

    @Override
    public void removedService(ServiceReference<ConnectionDefaults> offered, CamelContext camel) {
        camel.stop();
    }
}
