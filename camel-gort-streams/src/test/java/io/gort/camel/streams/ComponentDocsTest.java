package io.gort.camel.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * The tables of docs/component.md are what the catalog says. Run with {@code -Ddocs.write=true} to have them written.
 */
class ComponentDocsTest {

    private static final Path DOC = Path.of("..", "docs", "component.md");
    private static final String CATALOG = "/META-INF/io/gort/camel/streams/gort-streams.json";
    private static final Pattern TABLE =
            Pattern.compile("(<!-- (\\w+) options -->\n)(.*?)(<!-- end -->)", Pattern.DOTALL);

    @Test
    void tablesOfOptionsAndHeadersAreThoseOfTheCatalog() throws IOException {
        String written = Files.readString(DOC);

        String expected = withTables(written);

        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(DOC, expected);
        } else {
            assertThat(written).isEqualTo(expected);
        }
    }

    private static String withTables(String document) throws IOException {
        JsonNode catalog = new ObjectMapper().readTree(ComponentDocsTest.class.getResourceAsStream(CATALOG));
        return TABLE.matcher(document)
                .replaceAll(match ->
                        Matcher.quoteReplacement(match.group(1) + table(catalog, match.group(2)) + match.group(4)));
    }

    private static String table(JsonNode catalog, String name) {
        return name.equals("header")
                ? rows(
                        "| header | type | what |\n|---|---|---|\n",
                        catalog.get("headers"),
                        any -> true,
                        header -> "| `%s` | %s | %s |%n"
                                .formatted(header.getKey(), shortType(header.getValue()), text(header.getValue())))
                : rows(
                        "| option | default | type | what |\n|---|---|---|---|\n",
                        catalog.get("properties"),
                        option -> isOption(option, name),
                        option -> "| `%s` | %s | %s | %s |%n"
                                .formatted(
                                        option.getKey(),
                                        defaultOf(option.getValue()),
                                        typeOf(option.getValue()),
                                        text(option.getValue())));
    }

    private static String rows(
            String head,
            JsonNode nodes,
            Predicate<JsonNode> wanted,
            Function<Map.Entry<String, JsonNode>, String> row) {
        return StreamSupport.stream(((Iterable<Map.Entry<String, JsonNode>>) nodes::fields).spliterator(), false)
                .filter(entry -> wanted.test(entry.getValue()))
                .map(row)
                .collect(Collectors.joining("", head, ""))
                .replace("\r", "");
    }

    private static boolean isOption(JsonNode option, String label) {
        String group = option.get("label").asText("").replaceAll(",.*", "");
        return option.get("kind").asText().equals("parameter")
                && (group.isEmpty() || group.equals("security") || group.equals("advanced") ? "common" : group)
                        .equals(label);
    }

    private static String defaultOf(JsonNode option) {
        return option.has("defaultValue") ? "`" + option.get("defaultValue").asText() + "`" : "";
    }

    private static String typeOf(JsonNode option) {
        if (option.has("enum")) {
            return StreamSupport.stream(option.get("enum").spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(", "));
        }
        return option.get("type").asText().equals("object")
                ? shortType(option)
                : option.get("type").asText();
    }

    private static String shortType(JsonNode node) {
        return node.get("javaType").asText().replaceAll("[\\w.]+\\.(\\w+)", "$1");
    }

    private static String text(JsonNode node) {
        return node.get("description").asText().replace("|", "\\|");
    }
}
