package io.gort.camel.streams.examples.heatmap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One run of {@code examples/run.sh}, as a person starts it; what it prints goes to a file. */
final class RunScript implements AutoCloseable {

    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final Pattern ADDRESS = Pattern.compile("HTTP at (http://localhost:\\d+)");

    private final Process process;
    private final Path output;

    private RunScript(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts the script with what the build has just packaged. */
    static RunScript start(Path input, String... options) throws IOException {
        // the script builds what is outdated; this very build did so already
        Files.writeString(MODULE.resolve("target/built-by-run"), "");
        Path output = Files.createTempFile("run-script", ".txt");
        List<String> command = new ArrayList<>(List.of(MODULE.resolve("run.sh").toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .directory(output.getParent().toFile())
                .redirectInput(input == null ? Path.of("/dev/null").toFile() : input.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new RunScript(process, output);
    }

    String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it serves; null while it does not say. */
    String address() {
        Matcher address = ADDRESS.matcher(output());
        return address.find() ? address.group(1) : null;
    }

    /** Where the Redis listens that it has started. */
    int embeddedRedisPort() {
        Matcher port = Pattern.compile("Redis at 127\\.0\\.0\\.1:(\\d+)").matcher(output());
        if (!port.find()) {
            throw new IllegalStateException(output());
        }
        return Integer.parseInt(port.group(1));
    }

    /** The number in a line of the tally. */
    long tally(String name) {
        Matcher line = Pattern.compile("^ +[=+]? ?" + name + " +([\\d,]+)", Pattern.MULTILINE)
                .matcher(output().substring(output().lastIndexOf("tally of this run")));
        return line.find() ? Long.parseLong(line.group(1).replace(",", "")) : -1;
    }

    int exitCode() throws InterruptedException {
        return process.waitFor(120, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    /** What Ctrl-C does. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-TERM", Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** What the system does when memory runs out: nothing of the example can act on it. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        Files.deleteIfExists(output);
    }
}
