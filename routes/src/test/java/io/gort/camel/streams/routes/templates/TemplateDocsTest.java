package io.gort.camel.streams.routes.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.routes.GortRouteTemplates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.RouteTemplateParameterDefinition;
import org.junit.jupiter.api.Test;

/**
 * The tables of docs/templates.md are what the templates say. Run with {@code -Ddocs.write=true} to have them written.
 */
class TemplateDocsTest {

    private static final Path DOC = Path.of("..", "docs", "templates.md");
    private static final Pattern TABLES = Pattern.compile("(<!-- templates -->\n)(.*?)(<!-- end -->)", Pattern.DOTALL);

    @Test
    void tablesOfParametersAreThoseOfTheTemplates() throws Exception {
        String written = Files.readString(DOC);

        String expected = TABLES.matcher(written).replaceAll("$1" + Matcher.quoteReplacement(tables()) + "$3");

        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(DOC, expected);
        } else {
            assertThat(written).isEqualTo(expected);
        }
    }

    private static String tables() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            GortRouteTemplates.addTo(context);
            return GortRouteTemplates.IDS.stream()
                    .map(context::getRouteTemplateDefinition)
                    .map(TemplateDocsTest::table)
                    .collect(Collectors.joining());
        }
    }

    private static String table(RouteTemplateDefinition template) {
        return template.getTemplateParameters().stream()
                .map(TemplateDocsTest::row)
                .collect(Collectors.joining(
                        "",
                        "\n## `" + template.getId() + "`\n\n" + template.getDescriptionText()
                                + "\n\n| parameter | default | what |\n|---|---|---|\n",
                        ""));
    }

    private static String row(RouteTemplateParameterDefinition parameter) {
        return "| `" + parameter.getName() + "` | " + defaultOf(parameter) + " | "
                + parameter.getDescription().replace("|", "\\|") + " |\n";
    }

    private static String defaultOf(RouteTemplateParameterDefinition parameter) {
        if (parameter.getDefaultValue() != null) {
            return "`" + parameter.getDefaultValue() + "`";
        }
        return parameter.isRequired() ? "required" : "";
    }
}
