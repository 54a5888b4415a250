package io.gort.camel.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every statement of the documentation that is said to be shown by a test is: the test exists. */
class ShownByTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern NAME = Pattern.compile("`(\\w+)\\.(\\w+)`");

    private final Map<String, String> sources = new HashMap<>();

    @Test
    void everyTestThatTheDocumentationNamesExists() throws IOException {
        readSources();

        List<String> wrong = new ArrayList<>();
        int statements = 0;
        for (Path document : documents()) {
            for (String row : rowsOfProvenTables(Files.readAllLines(document))) {
                statements++;
                wrong.addAll(faultsOf(row));
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(statements).as("statements looked at").isGreaterThan(80);
    }

    @Test
    void aTestThatDoesNotExistIsNoticed() throws IOException {
        readSources();

        assertThat(faultsOf("| It flies. | `ShownByTest.flies` |")).hasSize(1);
        assertThat(faultsOf("| It flies. | `FlyingTest.flies` |")).hasSize(1);
        assertThat(faultsOf("| It flies. | |")).hasSize(1);
        assertThat(faultsOf("| It is noticed. | `ShownByTest.aTestThatDoesNotExistIsNoticed` |"))
                .isEmpty();
    }

    private List<String> faultsOf(String row) {
        String[] cells = row.split("\\|");
        Matcher names = NAME.matcher(cells[cells.length - 1]);
        List<String> faults = new ArrayList<>();
        boolean any = false;
        while (names.find()) {
            any = true;
            if (!isTest(names.group(1), names.group(2))) {
                faults.add(names.group() + " does not exist: " + row);
            }
        }
        if (!any) {
            faults.add("no test named: " + row);
        }
        return faults;
    }

    private boolean isTest(String type, String method) {
        String source = sources.getOrDefault(type, "");
        return Pattern.compile("@(Test|ParameterizedTest|TestFactory|Property)\\b[^;{]*?(\\{[^;]*?\\}[^;{]*?)?\\b"
                        + method + "\\(")
                .matcher(source)
                .find();
    }

    private static List<String> rowsOfProvenTables(List<String> lines) {
        List<String> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            boolean head = line.endsWith("| shown by |");
            inside = line.startsWith("|") && (inside || head);
            if (inside && !head && !line.startsWith("|---")) {
                rows.add(line);
            }
        }
        return rows;
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            return files.filter(file -> file.toString().endsWith(".md")).toList();
        }
    }

    private void readSources() throws IOException {
        for (Path module : List.of(ROOT.resolve("camel-gort-streams"), ROOT.resolve("testkit"))) {
            try (Stream<Path> files = Files.walk(module.resolve("src"))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    String name = String.valueOf(file.getFileName()).replace(".java", "");
                    sources.merge(name, Files.readString(file), String::concat);
                }
            }
        }
    }
}
