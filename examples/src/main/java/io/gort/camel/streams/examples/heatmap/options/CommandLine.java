package io.gort.camel.streams.examples.heatmap.options;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the command line: {@code --name value} or {@code --name=value}; of an option given twice the last counts. */
public final class CommandLine {

    private static final List<String> NAMES = List.of("--port", "--redis", "--rate", "--for", "--input", "--seed");
    private static final int DEFAULT_PORT = 8080;
    private static final int MAX_PORT = 65_535;
    private static final int MAX_RATE = 1_000_000;
    private static final long DEFAULT_SEED = 42;

    private final Map<String, String> given = new HashMap<>();

    private CommandLine(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            requireKnown(name);
            if (equals >= 0) {
                given.put(name, argument.substring(equals + 1));
            } else if (i + 1 < arguments.size() && !arguments.get(i + 1).startsWith("--")) {
                i++;
                given.put(name, arguments.get(i));
            } else {
                throw new UsageException(name, "no value", expected(name));
            }
        }
    }

    /** Whether the person only wants to know the options. */
    public static boolean asksForHelp(List<String> arguments) {
        return arguments.contains("--help") || arguments.contains("-h");
    }

    /**
     * Reads what this run shall do.
     *
     * @throws UsageException if an option is unknown, or its value is not what it should be
     */
    public static RunOptions parse(List<String> arguments, Map<String, String> environment) {
        CommandLine line = new CommandLine(arguments);
        Integer port = line.number("--port", 0, MAX_PORT);
        return new RunOptions(
                port == null ? DEFAULT_PORT : port,
                line.redis(environment.get("REDIS_PASSWORD")),
                line.number("--rate", 1, MAX_RATE),
                line.runFor(),
                line.input(),
                line.seed());
    }

    private static void requireKnown(String name) {
        if (!name.startsWith("-")) {
            throw new UsageException("argument", name, "options only: " + String.join(", ", NAMES) + ", --help");
        }
        if (!NAMES.contains(name)) {
            throw new UsageException("unknown option", name, String.join(", ", NAMES) + ", --help");
        }
    }

    private @Nullable Integer number(String name, int min, int max) {
        String text = given.get(name);
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < min || Integer.parseInt(text) > max) {
            throw new UsageException(name, text, expected(name));
        }
        return Integer.valueOf(text);
    }

    private @Nullable RedisAddress redis(@Nullable String fallbackPassword) {
        String text = given.get("--redis");
        return text == null ? null : RedisAddress.parse("--redis", text, fallbackPassword);
    }

    private @Nullable Duration runFor() {
        String text = given.get("--for");
        return text == null ? null : Durations.parse("--for", text);
    }

    private @Nullable String input() {
        String text = given.get("--input");
        if (text != null && text.isEmpty()) {
            throw new UsageException("--input", "''", expected("--input"));
        }
        return text;
    }

    private long seed() {
        String text = given.get("--seed");
        try {
            return text == null ? DEFAULT_SEED : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new UsageException("--seed", String.valueOf(text), expected("--seed"));
        }
    }

    private static String expected(String name) {
        return switch (name) {
            case "--port" -> "0 to " + MAX_PORT + ", 0 for a free one";
            case "--redis" -> RedisAddress.EXPECTED;
            case "--rate" -> "1 to " + MAX_RATE + " events per second";
            case "--for" -> Durations.EXPECTED;
            case "--input" -> "a file, or - for standard input";
            default -> "a whole number";
        };
    }
}
