package io.gort.camel.streams.karaf.config;

import io.gort.camel.streams.ConnectionDefaults;
import java.time.Duration;
import java.util.Hashtable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.cm.ManagedService;

/**
 * Offers the configuration {@value #PID} as the connection defaults of every {@code gort-streams} component in the
 * container.
 */
public final class Activator implements BundleActivator {

    /** The configuration's name: the file {@code etc/io.gort.camel.streams.cfg}. */
    static final String PID = "io.gort.camel.streams";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public void start(BundleContext context) {
        ConfiguredConnection connection = new ConfiguredConnection(PATIENCE);
        Hashtable<String, Object> identity = new Hashtable<>();
        identity.put(Constants.SERVICE_PID, PID);
        context.registerService(ManagedService.class, connection, identity);
        context.registerService(ConnectionDefaults.class, connection, new Hashtable<>());
    }

    @Override
    public void stop(BundleContext context) {
        // the framework withdraws what was registered
    }
}
