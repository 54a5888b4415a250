package io.gort.camel.streams.examples.heatmap.app;

import io.gort.camel.streams.examples.heatmap.options.RunOptions;
import io.gort.camel.streams.examples.heatmap.options.UsageException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens the input that the options name. */
final class InputFile {

    private static final String EXPECTED = "a readable file, or - for standard input";

    private InputFile() {}

    /**
     * The input; null for the simulation.
     *
     * @throws UsageException if the file cannot be read
     */
    static @Nullable InputStream open(RunOptions options) {
        String input = options.input();
        if (input == null) {
            return null;
        }
        if (input.equals("-")) {
            return System.in;
        }
        try {
            if (Files.isDirectory(Path.of(input))) {
                throw new UsageException("--input", input + " is a directory", EXPECTED);
            }
            return new FileInputStream(input);
        } catch (IOException | InvalidPathException e) {
            throw new UsageException("--input", input + " cannot be read", EXPECTED);
        }
    }
}
