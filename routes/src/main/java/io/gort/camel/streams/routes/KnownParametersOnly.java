package io.gort.camel.streams.routes;

import java.util.List;
import java.util.Map;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.RouteTemplateParameterDefinition;
import org.apache.camel.util.StringHelper;

/** Makes a route of a template as Camel does, but refuses parameters that the template does not have: misspelt ones. */
final class KnownParametersOnly implements RouteTemplateDefinition.Converter {

    @Override
    public RouteDefinition apply(RouteTemplateDefinition template, Map<String, Object> parameters) throws Exception {
        List<String> known = template.getTemplateParameters().stream()
                .map(RouteTemplateParameterDefinition::getName)
                .toList();
        List<String> unknown = parameters.keySet().stream()
                .map(StringHelper::dashToCamelCase)
                .distinct()
                .filter(name -> !known.contains(name))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("Route template " + template.getId() + ": parameters " + unknown
                    + " (expected: some of " + known + ")");
        }
        return template.asRouteDefinition();
    }
}
