package io.gort.camel.streams.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tells the results as a table, and writes them to {@code report.md} and {@code report.json}, anew after each one. */
final class Report {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String TABLE_HEAD = """
            | benchmark | figure | driver: median, best | component: median, best | ratio: median, best | aim | CPU per entry: driver, component | rounds × entries |
            |---|---|---|---|---|---|---|---|
            """;

    private final Path folder;
    private final String setting;
    private final List<Result> results = new ArrayList<>();

    /**
     * @param folder  made if it is not there
     * @param setting on what it was measured
     */
    Report(Path folder, String setting) {
        this.folder = folder;
        this.setting = setting;
    }

    void add(Result result) throws IOException {
        results.add(result);
        Files.createDirectories(folder);
        JSON.writeValue(folder.resolve("report.json").toFile(), results);
        Files.writeString(folder.resolve("report.md"), toString());
    }

    /** The report as Markdown. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("# Benchmarks\n\n")
                .append(setting)
                .append("\n\n")
                .append(TABLE_HEAD);
        results.forEach(result -> text.append(row(result)));
        text.append('\n');
        results.forEach(result -> text.append("- ")
                .append(result.name())
                .append(": ")
                .append(result.work())
                .append('\n'));
        return text.toString();
    }

    private static String row(Result result) {
        return "| " + result.name() + " | " + result.unit() + " | "
                + result.driver().median() + ", " + result.driver().best() + " | "
                + result.component().median() + ", " + result.component().best() + " | "
                + result.medianRatio() + ", " + result.bestRatio() + " | " + result.aim() + " | "
                + result.driver().cpuMicros() + " µs, " + result.component().cpuMicros() + " µs | "
                + result.rounds() + " × " + result.entries() + " |\n";
    }
}
