package io.gort.camel.streams.testkit.conformance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes {@code report.md} and {@code report.json}, anew after each case, so that they are there whatever fails. */
public final class ConformanceReport {

    /** The report of this JVM. */
    static final ConformanceReport OF_THIS_JVM = new ConformanceReport(Path.of("target", "conformance"));

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String HEAD = """
            # Conformance

            published = handled ∪ dead-lettered ∪ pending, as sets of entry ids; what is missing numbers exactly the counted as trimmed.

            | case | title | result | published | handled | dead-lettered | pending | counted trimmed | duplicates | lost | seconds | server |
            |---:|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---|
            """;

    private final Path folder;
    private final List<CaseResult> results = new ArrayList<>();

    /** Writes into the folder, which is made if it is not there. */
    public ConformanceReport(Path folder) {
        this.folder = folder;
    }

    /** Adds a result and writes the report. */
    public synchronized void add(CaseResult result) {
        results.add(result);
        results.sort(Comparator.comparing(CaseResult::server)
                .thenComparing(CaseResult::number)
                .thenComparing(CaseResult::title));
        try {
            Files.createDirectories(folder);
            JSON.writeValue(folder.resolve("report.json").toFile(), results);
            Files.writeString(folder.resolve("report.md"), markdown());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String markdown() {
        StringBuilder text = new StringBuilder(HEAD);
        results.forEach(result -> text.append(result.row()).append('\n'));
        long failed = results.stream().filter(result -> !result.passed()).count();
        text.append('\n')
                .append(results.size())
                .append(" tests, ")
                .append(failed)
                .append(" failed, ");
        text.append(results.stream().mapToLong(CaseResult::lost).sum()).append(" entries lost, ");
        text.append(results.stream().mapToLong(CaseResult::duplicates).sum()).append(" handled again.\n");
        return text.toString();
    }
}
