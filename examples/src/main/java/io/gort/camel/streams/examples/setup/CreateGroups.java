package io.gort.camel.streams.examples.setup;

import java.io.PrintStream;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Creates the consumer groups of a deployment and says in one line what it did. {@code setup.sh} starts it and
 * describes its environment variables. It ends with 0 when all groups exist, 1 when Redis is down or refuses, 2 when a
 * value is wrong.
 */
public final class CreateGroups {

    private static final int NAMED_STREAMS = 3;

    private final PrintStream out;
    private final PrintStream err;

    CreateGroups(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.exit(new CreateGroups(System.out, System.err).run(System.getenv()));
    }

    int run(Map<String, String> environment) {
        SetupSettings settings;
        try {
            settings = SetupSettings.from(environment);
        } catch (IllegalArgumentException e) {
            return fail(2, e.getMessage());
        }
        List<PlannedGroup> plan = PlannedGroup.on(settings.exchanges(), settings.symbols());
        try (RedisClient client = RedisClient.builder()
                .hostAndPort(settings.host(), settings.port())
                .clientConfig(settings.clientConfig())
                .build()) {
            return tell(settings, plan, new GroupCreator(client).create(plan));
        } catch (JedisException e) {
            return fail(1, "Redis at " + settings.address() + " " + reason(e));
        }
    }

    private int tell(SetupSettings settings, List<PlannedGroup> plan, GroupCreator.Result result) {
        Map<String, String> refused = result.refused();
        if (result.created() + result.alreadyThere() == 0) {
            String first = refused.values().iterator().next();
            return fail(1, "Redis at " + settings.address() + " refuses: " + first);
        }
        long streams = plan.stream()
                .map(PlannedGroup::streamKey)
                .distinct()
                .filter(key -> !refused.containsKey(key))
                .count();
        out.printf(
                "%d consumer groups on %d streams of %s: %d created, %d already there%n",
                result.created() + result.alreadyThere(),
                streams,
                settings.address(),
                result.created(),
                result.alreadyThere());
        return refused.isEmpty() ? 0 : fail(1, "not set up: " + named(refused));
    }

    private static String named(Map<String, String> refused) {
        String some = refused.entrySet().stream()
                .limit(NAMED_STREAMS)
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
        int others = refused.size() - NAMED_STREAMS;
        return others > 0 ? some + " and " + others + " more streams" : some;
    }

    private static String reason(JedisException failure) {
        Throwable deepest = failure;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JedisDataException) {
                return "refuses: " + cause.getMessage();
            }
            deepest = cause;
        }
        return "cannot be reached: " + what(deepest);
    }

    private static @Nullable String what(Throwable deepest) {
        if (deepest instanceof UnknownHostException) {
            return "unknown host";
        }
        Throwable[] attempts = deepest.getSuppressed(); // the driver keeps one for each address of the host
        return attempts.length == 0 ? deepest.getMessage() : attempts[attempts.length - 1].getMessage();
    }

    private int fail(int status, @Nullable String message) {
        err.println("setup.sh: " + String.valueOf(message).lines().collect(Collectors.joining(" ")));
        return status;
    }
}
