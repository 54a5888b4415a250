package io.gort.camel.streams.springboot;

import io.gort.camel.streams.GortStreamsComponent;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.util.StringHelper;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Sets the component's options from the properties {@value #PREFIX}{@code .*}, as the starters of Camel's own
 * components do: in camelCase or with dashes, and with {@code #bean:name} for objects.
 */
@AutoConfiguration(after = CamelAutoConfiguration.class)
public class GortStreamsAutoConfiguration {

    private static final String PREFIX = "camel.component.gort-streams";
    private static final Bindable<Map<String, String>> TEXTS = Bindable.mapOf(String.class, String.class);

    @Bean
    ComponentCustomizer gortStreamsCustomizer(Environment environment) {
        return ComponentCustomizer.forType(GortStreamsComponent.class, component -> configure(component, environment));
    }

    /** @throws RuntimeException naming the property if there is no such option or it cannot have the value */
    private static void configure(GortStreamsComponent component, Environment environment) {
        Map<String, Object> options = new HashMap<>();
        Binder.get(environment)
                .bind(PREFIX, TEXTS)
                .orElseGet(Map::of)
                .forEach((name, value) -> options.put(StringHelper.dashToCamelCase(name), value));
        PropertyBindingSupport.build()
                .withCamelContext(component.getCamelContext())
                .withTarget(component)
                .withProperties(options)
                .withConfigurer(component.getComponentPropertyConfigurer())
                .withIgnoreCase(true)
                .withMandatory(true)
                .bind();
    }
}
