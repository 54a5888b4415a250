package io.gort.camel.streams.compatibility;

import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.testkit.RedisServerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@link Smoke} with the combinations of server, Java, Camel and Jedis that {@link Combinations} chooses of what
 * {@code run.sh} has prepared, and writes what came of it: {@code Matrix folder report component-jars usual}, the last
 * being the usual versions with commas between.
 *
 * <p>In the folder: {@code stacks.tsv} (home of Java, its name, Camel, Jedis, class path) and {@code servers.tsv}
 * (name, executable), a line each, the oldest first.
 */
public final class Matrix {

    private static final long LONGEST_SECONDS = 90;

    private Matrix() {}

    /** A server to run against: its name, and its executable. */
    private record Server(String name, Path executable) {

        List<String> with(Stack stack) {
            return List.of(name, stack.javaName(), stack.camel(), stack.jedis());
        }
    }

    /** What became of one combination; empty trouble means that it works. */
    private record Outcome(Stack stack, String server, String trouble) {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        List<Stack> stacks = lines(folder.resolve("stacks.tsv")).stream()
                .map(each -> new Stack(Path.of(each[0]), each[1], each[2], each[3], each[4]))
                .toList();
        List<Server> servers = lines(folder.resolve("servers.tsv")).stream()
                .map(each -> new Server(each[0], Path.of(each[1])))
                .toList();
        Combinations combinations = Combinations.of(
                servers.stream()
                        .flatMap(server -> stacks.stream().map(server::with))
                        .toList(),
                List.of(arguments[3].split(",")));
        List<Outcome> outcomes = new ArrayList<>();
        for (Server server : servers) {
            for (Stack stack : stacks) {
                if (!combinations.include(server.with(stack))) {
                    continue;
                }
                Outcome outcome = new Outcome(stack, server.name(), trouble(stack, server, arguments[2]));
                System.out.println((outcome.trouble().isEmpty() ? "works  " : "FAILS  ") + server.name() + ", Java "
                        + stack.javaName() + ", Camel " + stack.camel() + ", Jedis " + stack.jedis() + " "
                        + outcome.trouble());
                outcomes.add(outcome);
            }
        }
        Files.writeString(Path.of(arguments[1]), report(outcomes));
        if (outcomes.stream().anyMatch(outcome -> !outcome.trouble().isEmpty())) {
            System.exit(1);
        }
    }

    private static List<String[]> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(line -> line.split("\t"))
                .toList();
    }

    private static String trouble(Stack stack, Server server, String componentJars)
            throws IOException, InterruptedException {
        RedisServerSettings settings = RedisServerProcess.settings().executable(server.executable());
        try (RedisServerProcess redis = settings.start()) {
            Path output = Files.createTempFile("smoke-", ".log");
            Process process = new ProcessBuilder(
                            stack.java().resolve("bin/java").toString(),
                            "-cp",
                            componentJars + System.getProperty("path.separator") + stack.classPath(),
                            Smoke.class.getName(),
                            "127.0.0.1",
                            String.valueOf(redis.port()))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                return "no end within " + LONGEST_SECONDS + " s, see " + output;
            }
            return process.exitValue() == 0 ? "" : "exit " + process.exitValue() + ", see " + output;
        }
    }

    private static String report(List<Outcome> outcomes) {
        StringBuilder text = new StringBuilder("""
                # Compatibility

                The component's jar, built once, in each combination below: it publishes 500 entries singly and as a list,
                consumes them by a pattern in a group with lanes, gives a poison entry up and copies the rest, each once.
                Tried are the versions that the build uses, each other version with these, all the oldest together and
                all the newest together. Written by `testkit/compatibility/run.sh`.

                | server | Java | Camel | Jedis | |
                |---|---|---|---|---|
                """);
        for (Outcome outcome : outcomes) {
            text.append("| ")
                    .append(outcome.server())
                    .append(" | ")
                    .append(outcome.stack().javaName())
                    .append(" | ")
                    .append(outcome.stack().camel())
                    .append(" | ")
                    .append(outcome.stack().jedis())
                    .append(" | ")
                    .append(outcome.trouble().isEmpty() ? "works" : "fails")
                    .append(" |\n");
        }
        return text.toString();
    }
}
