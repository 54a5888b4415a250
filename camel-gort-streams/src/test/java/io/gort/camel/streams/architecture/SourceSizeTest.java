package io.gort.camel.streams.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No source file of the project is longer than can be taken in: one that grows is split by its subjects. */
class SourceSizeTest {

    private static final int MOST_LINES = 300;
    private static final Set<String> NOT_OURS = Set.of("target", "generated", ".git");

    @Test
    void noSourceOfTheProjectIsTooLong() throws IOException {
        Path root = Path.of("..");

        assertThat(sources(root)).as("sources looked at").hasSizeGreaterThan(300);
        assertThat(tooLong(root)).isEmpty();
    }

    @Test
    void namesTheFileThatIsTooLong(@TempDir Path root) throws IOException {
        write(root.resolve("module/src/main/java/Long.java"), MOST_LINES + 1);
        write(root.resolve("module/src/main/java/Short.java"), MOST_LINES);
        write(root.resolve("module/src/generated/java/Generated.java"), MOST_LINES + 1);
        write(root.resolve("module/target/src/main/java/Built.java"), MOST_LINES + 1);

        assertThat(tooLong(root))
                .containsExactly(
                        Path.of("module", "src", "main", "java", "Long.java") + ": 301 lines (expected: at most 300)");
    }

    private static List<String> tooLong(Path root) throws IOException {
        return sources(root).stream()
                .filter(source -> lines(source) > MOST_LINES)
                .map(source -> root.relativize(source) + ": " + lines(source) + " lines (expected: at most "
                        + MOST_LINES + ")")
                .sorted()
                .toList();
    }

    private static List<Path> sources(Path root) throws IOException {
        List<Path> sources = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skipped = NOT_OURS.contains(String.valueOf(folder.getFileName()));
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".java")) {
                    sources.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return sources;
    }

    private static int lines(Path source) {
        try {
            return Files.readAllLines(source).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path source, int lines) throws IOException {
        Files.createDirectories(source.getParent());
        Files.writeString(source, "\n".repeat(lines));
    }
}
