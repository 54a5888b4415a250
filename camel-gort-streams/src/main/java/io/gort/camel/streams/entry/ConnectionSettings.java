package io.gort.camel.streams.entry;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a server.
 *
 * @param host           name or address
 * @param port           1 to 65535
 * @param database       the number of the database, from 0
 * @param username       the ACL user; null is the default user
 * @param password       null if the server asks for none; never shown
 * @param connectTimeout how long a connection may take to open
 * @param commandTimeout how long an answer may take
 * @param poolSize       how many connections commands may share; readers have their own
 * @param clientName     the name shown in {@code CLIENT LIST}, visible ASCII without spaces; null for none
 */
public record ConnectionSettings(
        String host,
        int port,
        int database,
        @Nullable String username,
        @Nullable String password,
        Duration connectTimeout,
        Duration commandTimeout,
        int poolSize,
        @Nullable String clientName) {

    public ConnectionSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host: '" + host + "' (expected: a name or an address)");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port: " + port + " (expected: 1 to 65535)");
        }
        if (database < 0) {
            throw new IllegalArgumentException("database: " + database + " (expected: 0 or more)");
        }
        if (username != null && password == null) {
            throw new IllegalArgumentException("username: " + username + " (expected: with a password)");
        }
        requirePositive("connectTimeout", connectTimeout);
        requirePositive("commandTimeout", commandTimeout);
        if (poolSize < 1) {
            throw new IllegalArgumentException("poolSize: " + poolSize + " (expected: 1 or more)");
        }
        if (clientName != null && !clientName.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new IllegalArgumentException(
                    "clientName: '" + clientName + "' (expected: visible ASCII characters without spaces)");
        }
    }

    private static void requirePositive(String option, Duration value) {
        if (value.toMillis() < 1) {
            throw new IllegalArgumentException(option + ": " + value + " (expected: at least one millisecond)");
        }
    }

    /** Where it leads, without secrets: {@code localhost:6379/0}. */
    @Override
    public String toString() {
        return host + ":" + port + "/" + database;
    }
}
