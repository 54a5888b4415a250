package io.gort.camel.streams.karaf.heatmap;

import io.gort.camel.streams.ConnectionDefaults;
import java.util.Hashtable;
import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ManagedService;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/**
 * Makes the heatmaps that the configuration {@value #PID} asks for, while the container offers the connection to Redis.
 */
public final class Activator
        implements BundleActivator, ServiceTrackerCustomizer<ConnectionDefaults, ConnectionDefaults> {

    /** The configuration's name: the file {@code etc/io.gort.camel.streams.heatmap.cfg}. */
    static final String PID = "io.gort.camel.streams.heatmap";

    private @Nullable BundleContext bundle;
    private @Nullable HeatmapRoutes routes;
    private @Nullable ServiceTracker<ConnectionDefaults, ConnectionDefaults> connection;

    @Override
    public void start(BundleContext context) {
        bundle = context;
        HeatmapRoutes made = new HeatmapRoutes(() -> new OsgiDefaultCamelContext(context));
        routes = made;
        ServiceTracker<ConnectionDefaults, ConnectionDefaults> tracker =
                new ServiceTracker<>(context, ConnectionDefaults.class, this);
        connection = tracker;
        tracker.open();
        Hashtable<String, Object> identity = new Hashtable<>();
        identity.put(Constants.SERVICE_PID, PID);
        context.registerService(ManagedService.class, made, identity);
    }

    @Override
    public void stop(BundleContext context) {
        if (connection != null) {
            connection.close();
        }
        if (routes != null) {
            routes.close();
        }
    }

    @Override
    public @Nullable ConnectionDefaults addingService(ServiceReference<ConnectionDefaults> offered) {
        if (bundle == null || routes == null) {
            return null;
        }
        routes.connect();
        return bundle.getService(offered);
    }

    @Override
    public void modifiedService(ServiceReference<ConnectionDefaults> offered, ConnectionDefaults defaults) {
        // its values are asked for when endpoints are made
    }

    @Override
    public void removedService(ServiceReference<ConnectionDefaults> offered, ConnectionDefaults defaults) {
        if (bundle != null && routes != null) {
            routes.disconnect();
            bundle.ungetService(offered);
        }
    }
}
