package io.gort.camel.streams.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RedisServerSettingsTest {

    private final RedisServerSettings settings = RedisServerProcess.settings();

    @Test
    void listensOnTheLoopbackAndKeepsNothing() {
        assertThat(settings.toConfigurationFile(7000, Path.of("/tmp/x")))
                .contains("port 7000", "bind \"127.0.0.1\"", "save \"\"", "appendonly \"no\"", "dir \"/tmp/x\"");
    }

    @Test
    void writesPasswordsAndUsersIntoTheFile() {
        settings.password("a \"quoted\" \\ one").user("app", "pw", "~liquidations:*", "+@all");

        assertThat(settings.toConfigurationFile(7000, Path.of("/tmp/x")))
                .contains(
                        "requirepass \"a \\\"quoted\\\" \\\\ one\"",
                        "user \"app\" \"on\" \">pw\" \"~liquidations:*\" \"+@all\"");
    }

    @Test
    void lastValueOfADirectiveCounts() {
        settings.persistent();

        assertThat(settings.toConfigurationFile(7000, Path.of("/tmp/x")))
                .contains("appendonly \"yes\"", "appendfsync \"always\"")
                .doesNotContain("appendonly \"no\"");
    }
}
