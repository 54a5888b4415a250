package io.gort.camel.streams.karaf.example;

import org.apache.camel.CamelContext;
import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Runs the routes for as long as the bundle does. */
public final class Activator implements BundleActivator {

    private @Nullable CamelContext camel;

    @Override
    public void start(BundleContext bundle) throws Exception {
        CamelContext created = new OsgiDefaultCamelContext(bundle);
        created.getCamelContextExtension().setName("gort-streams-example");
        created.addRoutes(new ArchiveRoutes());
        camel = created;
        created.start();
    }

    @Override
    public void stop(BundleContext bundle) {
        CamelContext running = camel;
        if (running != null) {
            running.stop();
        }
    }
}
