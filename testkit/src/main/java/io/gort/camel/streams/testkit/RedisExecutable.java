package io.gort.camel.streams.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.embedded.RedisExecProvider;

/** Finds a {@code redis-server} that this machine can run. */
final class RedisExecutable {

    private static @Nullable Path extracted;

    private RedisExecutable() {}

    /** The one on the PATH, else the one that the embedded-redis library brings along. */
    static Optional<Path> find() {
        return onPath().or(RedisExecutable::embedded);
    }

    static Optional<Path> onPath() {
        return inFolders(System.getenv("PATH"));
    }

    static Optional<Path> inFolders(@Nullable String path) {
        return Stream.ofNullable(path)
                .flatMap(Pattern.compile(Pattern.quote(File.pathSeparator))::splitAsStream)
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "redis-server"))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** Unpacked once in a JVM's life; the library deletes it at the end. Empty where it has none for this system. */
    static synchronized Optional<Path> embedded() {
        if (extracted == null) {
            extracted = extract();
        }
        return Optional.ofNullable(extracted);
    }

    private static @Nullable Path extract() {
        try {
            return RedisExecProvider.defaultProvider().get().toPath();
        } catch (IOException | RuntimeException notForThisSystem) {
            return null;
        }
    }
}
