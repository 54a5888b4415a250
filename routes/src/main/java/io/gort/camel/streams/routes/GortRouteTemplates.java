package io.gort.camel.streams.routes;

import io.gort.camel.streams.routes.feeds.FeedDataTypes;
import io.gort.camel.streams.routes.types.TradeDataTypes;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * The packaged route templates. Camel Main, Spring Boot and JBang find them by themselves. Where class paths are not
 * scanned, as in OSGi, and before routes are added to a context of your own making, call {@link #addTo}. They need {@code camel-yaml-dsl}.
 */
public final class GortRouteTemplates {

    /** The ids of the templates, which are the names of their files too. */
    public static final List<String> IDS = List.of(
            "gort-publish",
            "gort-exchange-feed",
            "gort-consume",
            "gort-replay-dead-letters",
            "gort-aggregate-heatmap",
            "gort-cache-heatmap",
            "gort-serve-heatmap",
            "gort-trim-streams",
            "gort-watch-streams",
            "gort-alert-cascade");

    private GortRouteTemplates() {}

    /**
     * Adds the templates that the context does not have yet, and the data types that they use.
     *
     * @throws Exception if they cannot be read, as without {@code camel-yaml-dsl}
     */
    public static void addTo(CamelContext context) throws Exception {
        FeedDataTypes.addTo(context);
        TradeDataTypes.addTo(context);
        Model model = context.getCamelContextExtension().getContextPlugin(Model.class);
        List<Resource> missing = new ArrayList<>();
        for (String id : IDS) {
            if (model.getRouteTemplateDefinition(id) == null) {
                missing.add(resource(id));
            }
        }
        if (!missing.isEmpty()) {
            TemplateClasses.showTo(context);
            for (RoutesBuilder builder : PluginHelper.getRoutesLoader(context).findRoutesBuilders(missing)) {
                addTemplatesOf((RouteBuilder) builder, context, model);
            }
            IDS.forEach(id -> model.addRouteTemplateDefinitionConverter(id, converter(id)));
        }
    }

    /**
     * Adds nothing but the templates. A builder that is added as a whole asks for the REST configuration as well, which
     * Spring Boot cannot give while it makes the context.
     */
    private static void addTemplatesOf(RouteBuilder builder, CamelContext context, Model model) throws Exception {
        builder.configureRoutes(context);
        model.addRouteTemplateDefinitions(builder.getRouteTemplateCollection().getRouteTemplates());
    }

    private static RouteTemplateDefinition.Converter converter(String id) {
        return id.equals(TrimByOneLimit.TEMPLATE) ? new TrimByOneLimit() : new KnownParametersOnly();
    }

    private static Resource resource(String id) throws IOException {
        String file = "templates/" + id + ".yaml";
        try (InputStream in = GortRouteTemplates.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("resource: " + file + " (expected: in the jar of the templates)");
            }
            return ResourceHelper.fromBytes(id + ".yaml", in.readAllBytes());
        }
    }
}
