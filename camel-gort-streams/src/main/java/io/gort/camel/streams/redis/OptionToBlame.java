package io.gort.camel.streams.redis;

import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Which option is most likely to blame for what a server says. The server itself knows no options. */
enum OptionToBlame {
    LOGIN("username and password, or credentialsProvider: expected as the server knows them", "^WRONGPASS"),
    NO_LOGIN("password: expected one, the server asks for it", "^NOAUTH"),
    NEEDLESS_LOGIN(
            "password: expected none, the server asks for none", "called without any password|no password is set"),
    /** Inside of scripts in the words of Redis 6.2, 7.0, and 7.2 with Valkey. */
    RIGHT(
            "username: expected a user who may do this",
            "^NOPERM|user executing the script (can't|is lacking the permissions)|^ERR ACL failure in script: "),
    DATABASE("database: expected a number that the server has", "DB index"),
    SENTINELS("nodes: expected sentinels", "^ERR unknown command .SENTINEL"),
    NO_SENTINELS("topology: expected sentinel if this is one", "^ERR unknown command .X"),
    ENTRY_ID("entry id: expected larger than the last one of the stream", "smaller than the target stream");

    private final String expected;
    private final Pattern told;

    OptionToBlame(String expected, String told) {
        this.expected = expected;
        this.told = Pattern.compile(told);
    }

    /** To be added to the message of an error reply; empty where no option is known to be to blame. */
    static String of(String error) {
        return Arrays.stream(values())
                .filter(option -> option.isToBlameFor(error))
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

    boolean isToBlameFor(String error) {
        return told.matcher(error).find();
    }

    private static String hint(String expected) {
        return " (option " + expected + ")";
    }
}
