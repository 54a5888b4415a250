package io.gort.camel.streams.testkit.conformance;

import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.testkit.RedisServerSettings;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.condition.EnabledIf;

/** The suite on Valkey, where a {@code valkey-server} is installed. */
@EnabledIf("isInstalled")
class OnValkey extends ConformanceSuite {

    @Override
    public RedisServerSettings ownServer() {
        return RedisServerProcess.settings().executable(executable().orElseThrow());
    }

    static boolean isInstalled() {
        return executable().isPresent();
    }

    private static Optional<Path> executable() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "valkey-server"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
