package io.gort.camel.streams.routes.templates;

import io.gort.camel.streams.testkit.RedisUnderTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A route of a template in a JVM of its own, to be killed on the spot (SIGKILL). */
final class RouteProcess implements AutoCloseable {

    private final Process process;

    private RouteProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts it, and returns at once.
     *
     * @param name names the log in {@code target/processes}
     */
    static RouteProcess start(RedisUnderTest redis, String name, String template, Map<String, String> parameters)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                RouteProcess.class.getName(),
                redis.uri().toString(),
                template));
        parameters.forEach((parameter, value) -> command.add(parameter + "=" + value));
        Path log = Files.createDirectories(Path.of("target", "processes")).resolve(name + ".log");
        return new RouteProcess(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start());
    }

    /**
     * Runs a route.
     *
     * @param args where the server is, the template, and its parameters as {@code name=value}
     */
    public static void main(String[] args) throws Exception {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : List.of(args).subList(2, args.length)) {
            parameters.put(
                    parameter.substring(0, parameter.indexOf('=')), parameter.substring(parameter.indexOf('=') + 1));
        }
        TemplateRoutes.JAVA.start(RedisUnderTest.at(URI.create(args[0])), args[1], parameters);
        new CountDownLatch(1).await();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
