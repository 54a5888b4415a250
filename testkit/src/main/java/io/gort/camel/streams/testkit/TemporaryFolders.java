package io.gort.camel.streams.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Folders that only the owner can read, and that do not outlive the JVM. */
final class TemporaryFolders {

    private static final Set<Path> FOLDERS = ConcurrentHashMap.newKeySet();

    private TemporaryFolders() {}

    static Path create(String prefix) {
        try {
            Path folder = Files.createTempDirectory(prefix);
            FOLDERS.add(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void deleteAll() {
        List.copyOf(FOLDERS).forEach(TemporaryFolders::delete);
    }

    static void delete(Path folder) {
        FOLDERS.remove(folder);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException leftToTheSystem) {
            // a file that a dying server still holds or has just removed: the temporary folder's own cleaning gets it
        }
    }
}
