package io.gort.camel.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gort.camel.streams.entry.StreamRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of docs/producer.md has every operation, and names headers and requests that there are. */
class ProducerDocsTest {

    private static final Path DOC = Path.of("..", "docs", "producer.md");
    private static final String CATALOG = "/META-INF/io/gort/camel/streams/gort-streams.json";
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private record Row(List<String> operation, List<String> input, List<String> result, List<String> commands) {}

    @Test
    void hasARowForEachOperationInTheOrderOfTheOption() throws IOException {
        Set<String> told = new LinkedHashSet<>();
        rows().forEach(row -> told.addAll(row.operation()));

        assertThat(told)
                .containsExactlyElementsOf(Arrays.stream(GortStreamsOperation.values())
                        .map(Enum::name)
                        .toList());
        assertThat(rows()).allSatisfy(row -> assertThat(row.commands()).isNotEmpty());
    }

    @Test
    void namesHeadersThatThereAre() throws IOException {
        JsonNode headers = catalog().get("headers");

        for (Row row : rows()) {
            assertThat(row.input())
                    .allSatisfy(word -> assertThat(isHeader(headers, word)
                                    || isRequest(word)
                                    || isOperation(word)
                                    || word.equals("HeatmapData"))
                            .as("%s in the row of %s", word, row.operation())
                            .isTrue());
        }
    }

    @Test
    void namesEveryRequest() throws IOException {
        Set<String> told = rows().stream()
                .flatMap(row -> row.input().stream())
                .filter(ProducerDocsTest::isRequest)
                .collect(Collectors.toSet());

        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(StreamRequest.class.getPermittedSubclasses())
                        .map(request -> "StreamRequest." + request.getSimpleName())
                        .toList());
    }

    @Test
    void namesEveryHeaderThatOnlyAProducerReads() throws IOException {
        Set<String> told = rows().stream().flatMap(row -> row.input().stream()).collect(Collectors.toSet());

        catalog().get("headers").fields().forEachRemaining(header -> {
            if (header.getValue().get("label").asText().equals("producer")
                    && !header.getKey().equals(GortStreamsConstants.OPERATION)) {
                assertThat(told).contains(header.getKey().replaceFirst("^CamelGortStreams", ""));
            }
        });
    }

    private static boolean isHeader(JsonNode headers, String word) {
        return headers.has("CamelGortStreams" + word);
    }

    private static boolean isRequest(String word) {
        return Arrays.stream(StreamRequest.class.getPermittedSubclasses())
                .anyMatch(request -> word.equals("StreamRequest." + request.getSimpleName()));
    }

    private static boolean isOperation(String word) {
        return Arrays.stream(GortStreamsOperation.values()).anyMatch(operation -> word.equals(operation.name()));
    }

    private static JsonNode catalog() throws IOException {
        return new ObjectMapper().readTree(ProducerDocsTest.class.getResourceAsStream(CATALOG));
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(DOC).stream()
                .dropWhile(line -> !line.equals("<!-- operations -->"))
                .takeWhile(line -> !line.equals("<!-- end -->"))
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Row(words(cells[1]), words(cells[2]), words(cells[3]), words(cells[4])))
                .toList();
    }

    private static List<String> words(String cell) {
        return CODE.matcher(cell).results().map(match -> match.group(1)).toList();
    }
}
