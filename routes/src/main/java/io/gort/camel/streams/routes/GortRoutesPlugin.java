package io.gort.camel.streams.routes;

import io.gort.camel.streams.routes.feeds.FeedDataTypes;
import io.gort.camel.streams.routes.types.TradeDataTypes;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.spi.ContextServicePlugin;
import org.apache.camel.support.LifecycleStrategySupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds the data types and the route templates to every Camel context that is made where this jar is on the class path.
 */
public final class GortRoutesPlugin implements ContextServicePlugin {

    private static final Logger LOG = LoggerFactory.getLogger(GortRoutesPlugin.class);
    private static final String YAML = "org.apache.camel.dsl.yaml.YamlRoutesBuilderLoader";

    @Override
    public void load(CamelContext context) {
        if (hasModel(context)) {
            add(context);
        } else {
            context.addLifecycleStrategy(new AddingLater());
        }
    }

    /** A context that builds itself in its constructor calls plugins before it has a model, and fails to be asked. */
    private static boolean hasModel(CamelContext context) {
        try {
            Model model = context.getCamelContextExtension().getContextPlugin(Model.class);
            return model.getRouteTemplateDefinitions() != null;
        } catch (NullPointerException noModelYet) {
            return false;
        }
    }

    private static void add(CamelContext context) {
        FeedDataTypes.addTo(context);
        TradeDataTypes.addTo(context);
        if (context.getClassResolver().resolveClass(YAML) == null) {
            LOG.warn("The route templates of gort-streams are not available: camel-yaml-dsl is not on the class path");
            return;
        }
        try {
            GortRouteTemplates.addTo(context);
        } catch (Exception e) {
            throw new IllegalStateException("The route templates of gort-streams cannot be loaded", e);
        }
    }

    private static final class AddingLater extends LifecycleStrategySupport {
        @Override
        public void onContextInitializing(CamelContext context) {
            add(context);
        }
    }
}
