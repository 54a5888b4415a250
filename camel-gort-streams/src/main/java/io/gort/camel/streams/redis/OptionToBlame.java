package io.gort.camel.streams.redis;

import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which option is most likely to blame for what a server says. The server itself knows no options. */
enum OptionToBlame {
    LOGIN("username and password, or credentialsProvider: expected as the server knows them", starts("WRONGPASS")),
    NO_LOGIN("password: expected one, the server asks for it", starts("NOAUTH")),
    NEEDLESS_LOGIN(
            "password: expected none, the server asks for none",
            contains("called without any password").or(contains("no password is set"))),
    RIGHT("username: expected a user who may do this", starts("NOPERM").or(OptionToBlame::isDeniedInScript)),
    DATABASE("database: expected a number that the server has", contains("DB index")),
    SENTINELS("nodes: expected sentinels", starts("ERR unknown command").and(contains("SENTINEL"))),
    NO_SENTINELS("topology: expected sentinel if this is one", starts("ERR unknown command 'X")),
    ENTRY_ID("entry id: expected larger than the last one of the stream", contains("smaller than the target stream"));

    /** Redis 6.2, 7.0, and 7.2 with Valkey. */
    private static final Pattern DENIED_IN_SCRIPT = Pattern.compile(
            "user executing the script (can't|is lacking the permissions)|^ERR ACL failure in script: ");

    private final String expected;
    private final Predicate<String> whenTold;

    OptionToBlame(String expected, Predicate<String> whenTold) {
        this.expected = expected;
        this.whenTold = whenTold;
    }

    /** To be added to the message of an error reply; empty where no option is known to be to blame. */
    static String of(String error) {
        return Arrays.stream(values())
                .filter(option -> option.whenTold.test(error))
                .findFirst()
                .map(option -> hint(option.expected))
                .orElse("");
    }

    /** To be added to the message of a lost connection, whose deepest cause is given. */
    static String of(Throwable deepest) {
        return deepest instanceof UnknownHostException
                ? hint("host or nodes: expected names that can be resolved")
                : "";
    }

    static boolean isDeniedInScript(String error) {
        return DENIED_IN_SCRIPT.matcher(error).find();
    }

    private static String hint(String expected) {
        return " (option " + expected + ")";
    }

    private static Predicate<String> starts(String text) {
        return error -> error.startsWith(text);
    }

    private static Predicate<String> contains(String text) {
        return error -> error.contains(text);
    }
}
