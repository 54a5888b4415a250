package io.gort.camel.streams.entry;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to reach Redis.
 *
 * @param servers        which servers there are
 * @param login          how to log in to them
 * @param tls            how connections are secured; null for plain ones
 * @param connectTimeout how long a connection may take to open
 * @param commandTimeout how long an answer may take
 * @param poolSize       how many connections to one server commands may share; readers have their own
 * @param clientName     the name shown in {@code CLIENT LIST}, visible ASCII without spaces; null for none
 */
public record ConnectionSettings(
        Servers servers,
        CredentialsProvider login,
        @Nullable Tls tls,
        Duration connectTimeout,
        Duration commandTimeout,
        int poolSize,
        @Nullable String clientName) {

    public ConnectionSettings {
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

    /** One server, reached by plain connections. */
    public ConnectionSettings(
            String host,
            int port,
            int database,
            @Nullable String username,
            @Nullable String password,
            Duration connectTimeout,
            Duration commandTimeout,
            int poolSize,
            @Nullable String clientName) {
        this(
                new Servers.Standalone(new ServerAddress(host, port), database),
                new Credentials(username, password),
                null,
                connectTimeout,
                commandTimeout,
                poolSize,
                clientName);
    }

    private static void requirePositive(String option, Duration value) {
        if (value.toMillis() < 1) {
            throw new IllegalArgumentException(option + ": " + value + " (expected: at least one millisecond)");
        }
    }

    /** Where it leads, without secrets: {@code localhost:6379/0}. */
    @Override
    public String toString() {
        return servers.toString();
    }
}
