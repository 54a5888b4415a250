package io.gort.camel.streams.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.ServerAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectedExceptionTest {

    @ParameterizedTest
    @CsvSource({
        "MOVED 3999 10.0.0.2:6381, false, 10.0.0.2:6381",
        "MOVED 3999 :6381, false, asked:6381",
        "MOVED 3999 ::1:6381, false, [::1]:6381",
        "ASK 3999 node-2:6381, true, node-2:6381"
    })
    void tellsWhereTheKeyIsAndForHowLong(String reply, boolean onlyNow, String target) {
        RedirectedException redirection = new RedirectedException(reply, "refused: " + reply, null);

        assertThat(redirection.onlyNow()).isEqualTo(onlyNow);
        assertThat(redirection.target(new ServerAddress("asked", 7000))).hasToString(target);
        assertThat(redirection).hasMessage("refused: " + reply + " (topology: expected cluster)");
    }
}
