package io.gort.camel.streams.testkit.conformance;

import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.testkit.RedisServerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** The suite on Redis 6.2, the oldest that is supported; the profile {@code servers} brings it. */
class OnRedis6 extends ConformanceSuite {

    @Override
    public RedisServerSettings ownServer() {
        return RedisServerProcess.settings().executable(executable(Path.of(System.getProperty("gort.test.redis6"))));
    }

    private static Path executable(Path folder) {
        String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        String processor =
                System.getProperty("os.arch").toLowerCase(Locale.ROOT).matches("aarch64|arm64") ? "arm64" : "amd64";
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.filter(each -> each.toString().endsWith(system + "-" + processor))
                    .findFirst()
                    .orElseThrow();
            if (!file.toFile().setExecutable(true)) {
                throw new IllegalStateException(file + " (expected: a file that can be made executable)");
            }
            return file.toAbsolutePath();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
