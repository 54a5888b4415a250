package io.gort.camel.streams.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** What is told in a JVM whose class path lacks what is optional. */
class MissingJarsIT {

    @Test
    void withoutYamlOneWarningTellsThatThereAreNoTemplates() throws Exception {
        String output = run("camel-yaml-dsl");

        assertThat(output.lines().filter(line -> line.contains("WARN")))
                .singleElement()
                .asString()
                .endsWith(
                        "The route templates of gort-streams are not available: camel-yaml-dsl is not on the class path");
        assertThat(output).contains("templates: 0").contains("validator of gort-streams:liquidations: true");
    }

    @Test
    void withoutRedissonTheCascadeTellsWhatIsMissingAndTheOthersAreThere() throws Exception {
        String output = run("camel-redis", "redisson");

        assertThat(output)
                .contains("templates: " + GortRouteTemplates.IDS.size())
                .contains("gort-alert-cascade: camel-redis is not on the class path"
                        + " (expected: org.apache.camel:camel-redis, which brings Redisson)");
        assertThat(output.lines().filter(line -> line.contains("WARN"))).isEmpty();
    }

    private static String run(String... missingArtifacts) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPathWithout(missingArtifacts),
                        MissingJarsIT.class.getName()))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static String classPathWithout(String... artifacts) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Arrays.stream(artifacts)
                        .noneMatch(artifact ->
                                Path.of(entry).getFileName().toString().matches(artifact + "-[0-9].*")))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Starts a context, and tells what is in it and why there is no route of {@code gort-alert-cascade}. */
    public static void main(String[] args) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.start();
            System.out.println(
                    "templates: " + context.getRouteTemplateDefinitions().size());
            System.out.println("validator of gort-streams:liquidations: "
                    + (context.resolveValidator(new org.apache.camel.spi.DataType("gort-streams:liquidations"))
                            != null));
            tellWhyThereIsNoCascade(context);
        }
    }

    private static void tellWhyThereIsNoCascade(DefaultCamelContext context) throws Exception {
        if (context.getRouteTemplateDefinitions().isEmpty()) {
            return;
        }
        try {
            TemplatedRouteBuilder.builder(context, "gort-alert-cascade")
                    .parameter("symbol", "BTCUSDT")
                    .parameter("threshold", "1")
                    .parameter("to", "mock:alerts")
                    .add();
        } catch (Exception e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                System.out.println(cause.getMessage());
            }
        }
    }
}
