package io.gort.camel.streams.routes.templates;

import io.gort.camel.streams.GortStreamsComponent;
import io.gort.camel.streams.routes.GortRouteTemplates;
import io.gort.camel.streams.testkit.RedisUnderTest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The ways to make a route of a template. Each starts a context of its own, which the test closes. */
enum TemplateRoutes {

    /** {@code templatedRoute} in a YAML file. */
    YAML {
        @Override
        CamelContext start(RedisUnderTest redis, String template, Map<String, String> parameters) throws Exception {
            String lines = parameters.entrySet().stream()
                    .map(parameter -> "      - name: %s%n        value: \"%s\"%n"
                            .formatted(parameter.getKey(), parameter.getValue()))
                    .collect(Collectors.joining());
            CamelContext context = connected(redis);
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.fromString("routes.yaml", """
                            - templatedRoute:
                                routeTemplateRef: %s
                                routeId: under-test
                                parameters:
                            """.formatted(template) + lines));
            context.start();
            return context;
        }
    },

    /** {@code camel.route-template[…]} in the properties of Camel Main. */
    PROPERTIES {
        @Override
        CamelContext start(RedisUnderTest redis, String template, Map<String, String> parameters) throws Exception {
            Properties properties = new Properties();
            properties.put("camel.route-template[under-test].template-id", template);
            parameters.forEach((name, value) -> properties.put("camel.route-template[under-test]." + name, value));
            connection(redis).forEach((name, value) -> properties.put("camel.component.gort-streams." + name, value));
            Main main = new Main();
            main.setDefaultPropertyPlaceholderLocation("false");
            main.setOverrideProperties(properties);
            main.configure().withShutdownTimeout(10);
            main.start();
            return main.getCamelContext();
        }
    },

    /** {@link TemplatedRouteBuilder} in Java. */
    JAVA {
        @Override
        CamelContext start(RedisUnderTest redis, String template, Map<String, String> parameters) throws Exception {
            CamelContext context = connected(redis);
            TemplatedRouteBuilder route =
                    TemplatedRouteBuilder.builder(context, template).routeId("under-test");
            parameters.forEach(route::parameter);
            route.add();
            context.start();
            return context;
        }
    };

    abstract CamelContext start(RedisUnderTest redis, String template, Map<String, String> parameters) throws Exception;

    private static CamelContext connected(RedisUnderTest redis) throws Exception {
        CamelContext context = new DefaultCamelContext();
        GortRouteTemplates.addTo(context);
        context.getShutdownStrategy().setTimeout(10);
        GortStreamsComponent component = context.getComponent("gort-streams", GortStreamsComponent.class);
        component.getConfiguration().setHost(redis.host());
        component.getConfiguration().setPort(redis.port());
        component.getConfiguration().setDatabase(redis.database());
        component.getConfiguration().setUsername(redis.username());
        component.getConfiguration().setPassword(redis.password());
        return context;
    }

    private static Map<String, String> connection(RedisUnderTest redis) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("host", redis.host());
        options.put("port", Integer.toString(redis.port()));
        options.put("database", Integer.toString(redis.database()));
        if (redis.username() != null) {
            options.put("username", redis.username());
        }
        if (redis.password() != null) {
            options.put("password", redis.password());
        }
        return options;
    }
}
