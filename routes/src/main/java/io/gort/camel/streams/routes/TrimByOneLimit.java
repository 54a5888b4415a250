package io.gort.camel.streams.routes;

import java.util.List;
import java.util.Map;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.util.StringHelper;

/**
 * Makes a route of {@code gort-trim-streams}, but refuses one without a limit, which would start and trim nothing. That
 * there are not two sees the endpoint.
 */
final class TrimByOneLimit implements RouteTemplateDefinition.Converter {

    static final String TEMPLATE = "gort-trim-streams";
    private static final List<String> LIMITS = List.of("maxLength", "maxAge");

    private final RouteTemplateDefinition.Converter knownOnly = new KnownParametersOnly();

    @Override
    public RouteDefinition apply(RouteTemplateDefinition template, Map<String, Object> parameters) throws Exception {
        RouteDefinition route = knownOnly.apply(template, parameters);
        if (parameters.keySet().stream().map(StringHelper::dashToCamelCase).noneMatch(LIMITS::contains)) {
            throw new IllegalArgumentException(
                    "Route template " + TEMPLATE + ": maxLength: none, maxAge: none (expected: one of them)");
        }
        return route;
    }
}
