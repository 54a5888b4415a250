package io.gort.camel.streams.routes.templates;

import io.gort.camel.streams.testkit.DirectoryApplication;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The directory of docs/getting-started.md is an application for Camel Main. */
@WithRedis
class DirectoryApplicationIT {

    @Test
    void runsAsItIsWritten(RedisUnderTest redis, TestKeys keys, @TempDir Path folder) throws Exception {
        Path document = Path.of("..", "docs", "getting-started.md");
        try (DirectoryApplication application =
                DirectoryApplication.write(document, folder, redis, keys.uniqueSymbol())) {
            application.start(List.of("org.apache.camel.main.Main"));

            application.handlesWhatItIsGiven();
        }
    }
}
