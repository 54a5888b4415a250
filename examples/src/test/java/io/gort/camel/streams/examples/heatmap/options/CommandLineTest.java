package io.gort.camel.streams.examples.heatmap.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @Test
    void hasDefaultsForEverything() {
        assertThat(parse("")).isEqualTo(new RunOptions(8080, null, null, null, null, 42));
    }

    @Test
    void readsEveryOption() {
        assertThat(parse("--port 0 --rate=250 --for 90s --input - --seed -7"))
                .isEqualTo(new RunOptions(0, null, 250, Duration.ofSeconds(90), "-", -7));
    }

    @ParameterizedTest
    @CsvSource({"500ms, 500", "20s, 20000", "2m, 120000", "1h, 3600000"})
    void readsTimesAsPeopleTypeThem(String text, long millis) {
        assertThat(parse("--for " + text).runFor()).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--prot 1 | unknown option: --prot (expected: --port,",
                "-p 1 | unknown option: -p (expected: --port,",
                "run | argument: run (expected: options only",
                "--port | --port: no value (expected: 0 to 65535",
                "--port --rate | --port: no value (expected: 0 to 65535",
                "--port 65536 | --port: 65536 (expected: 0 to 65535",
                "--port -1 | --port: -1 (expected: 0 to 65535",
                "--port 99999999999999 | --port: 99999999999999 (expected: 0 to 65535",
                "--rate 0 | --rate: 0 (expected: 1 to 1000000 events per second)",
                "--rate fast | --rate: fast (expected: 1 to 1000000 events per second)",
                "--for 20 | --for: 20 (expected: a time longer than zero such as 500ms, 20s, 2m or 1h)",
                "--for 0s | --for: 0s (expected: a time longer than zero",
                "--for -5s | --for: -5s (expected: a time longer than zero",
                "--seed x | --seed: x (expected: a whole number)",
                "--input= | --input: '' (expected: a file, or - for standard input)",
            })
    void namesTheValueAndWhatWasExpected(String line, String message) {
        assertThatThrownBy(() -> parse(line)).isInstanceOf(UsageException.class).hasMessageStartingWith(message);
    }

    @Test
    void readsTheServerWithItsLogin() {
        RedisAddress address = parse("--redis redis://us%65r:p%40ss+w%3Aord@redis.example:6380/3")
                .redis();

        assertThat(address).isEqualTo(new RedisAddress("redis.example", 6380, "user", "p@ss+w:ord", 3));
        assertThat(address).hasToString("redis.example:6380/3");
    }

    @ParameterizedTest
    @CsvSource({
        "redis://localhost:6379, localhost, 6379, 0",
        "redis://localhost, localhost, 6379, 0",
        "redis://my_redis:1/2, my_redis, 1, 2",
        "redis://[::1]:6379/, ::1, 6379, 0",
    })
    void readsServersWithoutLogin(String url, String host, int port, int database) {
        assertThat(parse("--redis " + url).redis()).isEqualTo(new RedisAddress(host, port, null, null, database));
    }

    @Test
    void takesThePasswordFromTheEnvironmentUnlessTheAddressHasOne() {
        Map<String, String> environment = Map.of("REDIS_PASSWORD", "from-environment");

        assertThat(CommandLine.parse(List.of("--redis", "redis://me@localhost:1"), environment)
                        .redis())
                .isEqualTo(new RedisAddress("localhost", 1, "me", "from-environment", 0));
        assertThat(CommandLine.parse(List.of("--redis", "redis://:own@localhost:1"), environment)
                        .redis())
                .isEqualTo(new RedisAddress("localhost", 1, null, "own", 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://u:secret@localhost:0",
                "redis://u:secret@localhost:99999",
                "redis://u:secret@localhost:port",
                "redis://u:secret%zz@localhost:1",
                "rediss://u:secret@localhost:1",
                "http://u:secret@localhost:1",
                "redis://u:sec@ret@localhost:1",
                "redis://u:secret@",
                "redis://u:secret@localhost:1/x",
                "redis://u:secret@localhost:1?db=1",
            })
    void neverShowsThePassword(String url) {
        assertThatThrownBy(() -> parse("--redis " + url))
                .isInstanceOf(UsageException.class)
                .message()
                .startsWith("--redis: ")
                .contains("(expected: ")
                .doesNotContain("sec");
    }

    private static RunOptions parse(String line) {
        return CommandLine.parse(line.isEmpty() ? List.of() : List.of(line.split(" ")), Map.of());
    }
}
