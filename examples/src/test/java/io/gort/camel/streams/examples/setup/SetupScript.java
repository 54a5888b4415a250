package io.gort.camel.streams.examples.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.testkit.RedisUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The script as a user starts it, with an environment of its own. */
final class SetupScript {

    private static final Path SCRIPT = Path.of("..", "setup.sh");
    private static final List<String> INHERITED = List.of("PATH", "JAVA_HOME", "HOME");

    private final Map<String, String> environment = new HashMap<>();

    record Ended(int status, String out, String err) {}

    private SetupScript() {}

    static SetupScript on(RedisUnderTest redis) {
        SetupScript script = new SetupScript()
                .with("REDIS_HOST", redis.host())
                .with("REDIS_PORT", Integer.toString(redis.port()))
                .with("LC_ALL", "C.UTF-8");
        if (redis.password() != null) {
            script.with("REDIS_PASSWORD", redis.password());
        }
        if (redis.username() != null) {
            script.with("REDIS_USERNAME", redis.username());
        }
        return script;
    }

    static Ended ended(int status, String out, String err) {
        return new Ended(status, out, err);
    }

    SetupScript with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Ended run() throws IOException, InterruptedException {
        Path out = Files.createTempFile("setup", ".out");
        Path err = Files.createTempFile("setup", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder("bash", SCRIPT.toString())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().keySet().retainAll(INHERITED);
            builder.environment().putAll(environment);
            Process process = builder.start();
            boolean inTime = process.waitFor(60, TimeUnit.SECONDS);
            process.destroyForcibly();
            assertThat(inTime).as("setup.sh ends").isTrue();
            return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
