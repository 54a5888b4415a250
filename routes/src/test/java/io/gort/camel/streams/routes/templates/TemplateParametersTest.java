package io.gort.camel.streams.routes.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.routes.GortRouteTemplates;
import java.util.Map;
import java.util.Set;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.RouteTemplateParameterDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateParametersTest {

    /** Variables that many environments have: Camel takes the default of a parameter of the same name from there. */
    private static final Set<String> ENVIRONMENT =
            Set.of("path", "home", "host", "hostname", "port", "user", "shell", "lang");

    private DefaultCamelContext context;

    static Iterable<String> ids() {
        return GortRouteTemplates.IDS;
    }

    @BeforeEach
    void makeContext() throws Exception {
        context = new DefaultCamelContext();
        GortRouteTemplates.addTo(context);
    }

    @AfterEach
    void endContext() {
        context.stop();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void eachIsDescribedAndIsRequiredOrHasADefaultOrMayBeLeftOut(String id) {
        RouteTemplateDefinition template = context.getRouteTemplateDefinition(id);

        assertThat(id).matches("gort(-[a-z]+)+");
        assertThat(template.getDescriptionText()).endsWith(".");
        assertThat(template.getTemplateParameters()).isNotEmpty().allSatisfy(parameter -> {
            assertThat(parameter.getDescription()).as(parameter.getName()).endsWith(".");
            assertThat(parameter.getName()).isNotIn(ENVIRONMENT);
            boolean required = parameter.getRequired() == null || parameter.isRequired();
            assertThat(parameter.getDefaultValue() != null && parameter.getRequired() != null)
                    .as(parameter.getName())
                    .isFalse();
            assertThat(required || parameter.getDefaultValue() == null).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("ids")
    void isToldWhenItIsMissing(String id) {
        RouteTemplateDefinition template = context.getRouteTemplateDefinition(id);
        for (RouteTemplateParameterDefinition parameter : template.getTemplateParameters()) {
            if (parameter.isRequired() && parameter.getDefaultValue() == null) {
                assertThatThrownBy(
                                () -> TemplatedRouteBuilder.builder(context, id).add())
                        .hasStackTraceContaining("mandatory parameters must be provided: ")
                        .hasStackTraceContaining(parameter.getName());
            }
        }
    }

    @Test
    void isToldWhenItIsUnknown() {
        assertThatThrownBy(() -> TemplatedRouteBuilder.builder(context, "gort-consume")
                        .parameters(Map.of("stream", "s", "group", "g", "to", "mock:out", "maxDelivery", "3"))
                        .add())
                .hasStackTraceContaining(
                        "Route template gort-consume: parameters [maxDelivery] (expected: some of [stream,");
    }

    @Test
    void addsEachTemplateOnce() throws Exception {
        GortRouteTemplates.addTo(context);
        context.start();

        assertThat(context.getRouteTemplateDefinitions())
                .extracting(RouteTemplateDefinition::getId)
                .containsExactlyInAnyOrderElementsOf(GortRouteTemplates.IDS);
    }
}
