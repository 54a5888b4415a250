package io.gort.camel.streams.examples.heatmap;

import io.gort.camel.streams.examples.heatmap.app.ExampleProcess;
import io.gort.camel.streams.examples.heatmap.app.StartException;
import io.gort.camel.streams.examples.heatmap.options.CommandLine;
import io.gort.camel.streams.examples.heatmap.options.RunOptions;
import io.gort.camel.streams.examples.heatmap.options.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The way in: reads the command line, runs, and ends with 0, or 1 if something went wrong, or 2 if it was misused. */
public final class HeatmapExample {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private HeatmapExample() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        List<String> given = List.of(arguments);
        if (CommandLine.asksForHelp(given)) {
            out.print(help());
            return;
        }
        System.exit(run(given, out, err));
    }

    private static int run(List<String> arguments, PrintStream out, PrintStream err) throws InterruptedException {
        try {
            RunOptions options = CommandLine.parse(arguments, System.getenv());
            return new ExampleProcess(options, out).run() ? 0 : FAILED;
        } catch (UsageException e) {
            err.println("run.sh: " + e.getMessage());
            return MISUSED;
        } catch (StartException e) {
            err.println("run.sh: " + e.getMessage());
            return FAILED;
        }
    }

    private static String help() throws IOException {
        try (InputStream help = HeatmapExample.class.getResourceAsStream("/heatmap/help.txt")) {
            return help == null ? "" : new String(help.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
