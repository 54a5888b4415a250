package io.gort.camel.streams.examples.heatmap.options;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a Redis server is and how to enter it.
 *
 * @param host     a name or an address
 * @param port     1 to 65535
 * @param username who to log in as; absent: Redis' default user
 * @param password what to log in with; absent: no login
 * @param database the number of the database
 */
public record RedisAddress(
        String host,
        int port,
        @Nullable String username,
        @Nullable String password,
        int database) {

    static final String EXPECTED = "redis://[user:password@]host:port[/database]";

    private static final int DEFAULT_PORT = 6379;
    private static final Pattern FORM = Pattern.compile(
            "redis://(?:([^@/]*)@)?(\\[[0-9a-fA-F:.]+]|[^\\[\\]:/@?#\\s]+)(?::(\\d{1,5}))?(?:/(\\d{1,4})?)?");

    /** The server at {@code host} and {@code port}, without login, database 0. */
    public static RedisAddress of(String host, int port) {
        return new RedisAddress(host, port, null, null, 0);
    }

    /**
     * Reads {@code redis://[user:password@]host:port[/database]}; user and password may be percent-encoded.
     *
     * @param fallbackPassword the password when the address has none
     * @throws UsageException if the text is not such an address; its message never shows the password
     */
    static RedisAddress parse(String option, String text, @Nullable String fallbackPassword) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new UsageException(option, withoutLogin(text), EXPECTED);
        }
        int port = form.group(3) == null ? DEFAULT_PORT : Integer.parseInt(form.group(3));
        if (port < 1 || port > 65535) {
            throw new UsageException(option, withoutLogin(text), "a port from 1 to 65535");
        }
        int database = form.group(4) == null ? 0 : Integer.parseInt(form.group(4));
        String login = form.group(1) == null ? "" : form.group(1);
        int colon = login.indexOf(':');
        String username = decode(option, text, colon < 0 ? login : login.substring(0, colon));
        String password = colon < 0 ? null : decode(option, text, login.substring(colon + 1));
        return new RedisAddress(
                form.group(2).replaceAll("[\\[\\]]", ""),
                port,
                username,
                password == null ? fallbackPassword : password,
                database);
    }

    private static @Nullable String decode(String option, String text, String part) {
        if (part.isEmpty()) {
            return null;
        }
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new UsageException(option, withoutLogin(text), "percent-encoding such as %40 in user and password");
        }
    }

    private static String withoutLogin(String text) {
        return text.replaceFirst("(://).*@", "$1***@");
    }

    /** Host, port and database; never the login. */
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port + (database == 0 ? "" : "/" + database);
    }
}
