package io.gort.camel.streams.redis;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

/** The one place where the driver's troubles become ours. */
final class RedisErrors {

    /**
     * Before Redis 7 an error inside a script comes as {@code ERR Error running script (…): @user_script: 3: CODE …}; if
     * the script gives it back, without what is before {@code @user_script}.
     */
    private static final Pattern IN_SCRIPT = Pattern.compile("^(?:ERR .*)?@user_script: ?\\d+: -?(?<error>.*)$");

    private static final Pattern SCRIPT_SUFFIX = Pattern.compile(" script: [0-9a-f]{40}, on @user_script:\\d+\\.?$");

    /** Redis repeats the arguments of a command that it does not know, which may be a password. */
    private static final Pattern REPEATED_ARGUMENTS = Pattern.compile(",? with args beginning with:.*$");

    private RedisErrors() {}

    /**
     * @param where where the server is
     * @param what  what was tried
     */
    static RedisStreamException translate(String where, Object what, Throwable trouble) {
        for (Throwable t = trouble; t != null; t = t.getCause()) {
            if (t instanceof RedisStreamException known) {
                return known;
            }
            if (t instanceof JedisDataException) {
                return errorReply(where, what, String.valueOf(t.getMessage()), trouble);
            }
            if (t instanceof NoSuchElementException) {
                return new ConnectionLostException(
                        "no connection to " + where + " became free in time (tried " + what + ")", trouble);
            }
            if (t instanceof IllegalStateException) {
                return new ConnectionLostException(
                        "the client of " + where + " is closed (tried " + what + ")", trouble);
            }
            if (t instanceof IOException || isPlainConnectionTrouble(t)) {
                return lost(where, what, trouble);
            }
        }
        return new RedisStreamException(where + ": unexpected reply to " + what + ": " + trouble, trouble);
    }

    static ConnectionLostException lost(String where, Object what, Throwable trouble) {
        return new ConnectionLostException(
                where + " does not answer: " + reason(trouble) + " (tried " + what + ")"
                        + OptionToBlame.of(deepest(trouble)),
                trouble);
    }

    /** Whether the server hangs up after this error reply. */
    static boolean endsConnection(JedisDataException e) {
        String text = String.valueOf(e.getMessage());
        return text.contains("max number of clients") || text.startsWith("DENIED");
    }

    /**
     * Whether this error reply tells that a new connection would fare better: the server is no longer the master, or
     * has forgotten who we are.
     */
    static boolean outdatesConnection(JedisDataException e) {
        String text = String.valueOf(e.getMessage());
        return text.startsWith("READONLY") || text.startsWith("NOAUTH") || text.contains("instance state changed");
    }

    /** Whether a stream went away while a read waited for it. */
    static boolean isStreamGone(RedisStreamException e) {
        return String.valueOf(e.getMessage()).contains(": UNBLOCKED the stream key no longer exists");
    }

    /** Whether some keys of a command have been moved to another node and some not. */
    static boolean isTryAgain(RedisStreamException e) {
        return String.valueOf(e.getMessage()).contains(": TRYAGAIN");
    }

    /** Whether the server ended the connection, or answered in no way that we know, instead of greeting us. */
    static boolean isHangUp(JedisConnectionException e) {
        String reason = reason(e);
        return reason.contains("Unexpected end of stream")
                || reason.contains("Connection reset")
                || reason.contains("Unknown reply");
    }

    private static RedisStreamException errorReply(String where, Object what, String reply, Throwable trouble) {
        Matcher repeated = REPEATED_ARGUMENTS.matcher(reply);
        boolean mayTellSecret = repeated.find();
        Throwable cause = mayTellSecret ? null : trouble;
        String error = plain(mayTellSecret ? repeated.replaceFirst("") : reply);
        return typed(error, where + " refused " + what + ": " + error + OptionToBlame.of(error), cause);
    }

    private static RedisStreamException typed(String error, String message, @Nullable Throwable cause) {
        int space = error.indexOf(' ');
        String code = space < 0 ? error : error.substring(0, space);
        return switch (code) {
            case "NOGROUP" -> new NoSuchGroupException(message, cause);
            case "WRONGTYPE" -> new WrongTypeException(message, cause);
            case "NOAUTH", "WRONGPASS", "DENIED" -> new AuthenticationFailedException(message, cause);
            case "NOPERM" -> new PermissionDeniedException(message, cause);
            case "LOADING", "BUSY", "MASTERDOWN", "CLUSTERDOWN", "TRYAGAIN" ->
                new ServerNotReadyException(message, cause);
            case "READONLY", "MISCONF", "NOREPLICAS" -> new ServerReadOnlyException(message, cause);
            case "OOM" -> new ServerOutOfMemoryException(message, cause);
            case "NOSCRIPT" -> new UnknownScriptException(message, cause);
            case "MOVED", "ASK" -> new RedirectedException(error, message, cause);
            case "BUSYGROUP" -> new GroupExistsException(message, cause);
            case "UNBLOCKED" -> unblocked(error, message, cause);
            default -> byText(error, message, cause);
        };
    }

    private static RedisStreamException unblocked(String error, String message, @Nullable Throwable cause) {
        if (error.contains("stream key no longer exists")) {
            return new NoSuchGroupException(message, cause);
        }
        return error.contains("instance state changed")
                ? new ServerReadOnlyException(message, cause)
                : new RedisStreamException(message, cause);
    }

    private static RedisStreamException byText(String error, String message, @Nullable Throwable cause) {
        if (error.contains("max number of clients")) {
            return new ServerNotReadyException(message, cause);
        }
        if (error.contains("called without any password") || error.contains("no password is set")) {
            return new AuthenticationFailedException(message, cause);
        }
        if (error.equals("ERR no such key") || error.contains("requires the key to exist")) {
            return new NoSuchKeyException(message, cause);
        }
        if (OptionToBlame.RIGHT.isToBlameFor(error)) {
            return new PermissionDeniedException(message, cause);
        }
        return new RedisStreamException(message, cause);
    }

    /** The error as it would read outside of a script. */
    private static String plain(String error) {
        Matcher inScript = IN_SCRIPT.matcher(error);
        String inner = inScript.matches() ? inScript.group("error") : error;
        return SCRIPT_SUFFIX.matcher(inner).replaceFirst("").trim();
    }

    private static boolean isPlainConnectionTrouble(Throwable t) {
        return t instanceof JedisConnectionException && t.getCause() == null;
    }

    static String reason(Throwable trouble) {
        Throwable deepest = deepest(trouble);
        if (deepest instanceof SocketTimeoutException
                && !String.valueOf(deepest.getMessage()).contains("onnect")) {
            return "no reply in time";
        }
        String message = deepest.getMessage();
        return message == null ? deepest.getClass().getSimpleName() : message;
    }

    private static Throwable deepest(Throwable trouble) {
        Throwable deepest = trouble;
        while (true) {
            if (deepest.getCause() != null) {
                deepest = deepest.getCause();
            } else if (deepest.getSuppressed().length > 0) {
                deepest = deepest.getSuppressed()[0]; // one per address that was tried
            } else {
                return deepest;
            }
        }
    }
}
