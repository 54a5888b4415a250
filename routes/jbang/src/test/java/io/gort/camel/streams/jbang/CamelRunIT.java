package io.gort.camel.streams.jbang;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.testkit.DirectoryApplication;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.dsl.jbang.core.commands.CamelJBangMain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The directory of docs/getting-started.md is an application for {@code camel run}. */
@WithRedis
class CamelRunIT {

    private static final Path DOCUMENT = Path.of("..", "..", "docs", "getting-started.md");

    @Test
    void runsTheDirectoryWithTheDocumentedCommand(
            RedisUnderTest redis, TestKeys keys, @TempDir Path folder, @TempDir Path home) throws Exception {
        try (DirectoryApplication application =
                DirectoryApplication.write(DOCUMENT, folder, redis, keys.uniqueSymbol())) {
            List<String> options = new ArrayList<>(List.of(
                    "-Duser.home=" + home,
                    "-Dmaven.repo.local=" + System.getProperty("gort.test.repository"),
                    CamelRunIT.class.getName()));
            options.addAll(arguments(application.block("\n(camel run [^\n]*)\n")));

            application.start(options);

            application.handlesWhatItIsGiven();
            assertThat(application.log()).content().doesNotContain("Exception");
        }
    }

    /** The command as a shell hands it over, offline. What {@code --dep} brings is on the class path: it is not in any repository yet. */
    private static List<String> arguments(String command) {
        List<String> arguments = new ArrayList<>();
        for (String word : command.split(" ")) {
            if (word.equals("*")) {
                arguments.addAll(List.of("application.properties", "routes.yaml"));
            } else if (!word.equals("camel") && !word.startsWith("--dep=")) {
                arguments.add(word);
            }
        }
        arguments.addAll(List.of("--download=false", "--logging-color=false"));
        return arguments;
    }

    /** What the script {@code camel} does. */
    public static void main(String[] arguments) {
        CamelJBangMain.run(arguments);
    }
}
