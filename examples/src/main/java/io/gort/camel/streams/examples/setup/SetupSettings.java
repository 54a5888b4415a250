package io.gort.camel.streams.examples.setup;

import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisClientConfig;

/** What the environment asks for. */
record SetupSettings(
        String host,
        int port,
        @Nullable String username,
        @Nullable String password,
        boolean tls,
        List<String> exchanges,
        List<String> symbols) {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 5_000;

    /**
     * Reads the environment variables that {@code setup.sh --help} describes.
     *
     * @throws IllegalArgumentException if a value is wrong; the message names the variable, and holds no password
     */
    static SetupSettings from(Map<String, String> environment) {
        String username = emptyToNull(environment.get("REDIS_USERNAME"));
        String password = emptyToNull(environment.get("REDIS_PASSWORD"));
        if (username != null && password == null) {
            throw new IllegalArgumentException(
                    "REDIS_USERNAME: '" + username + "' without REDIS_PASSWORD (expected: both, or neither)");
        }
        return new SetupSettings(
                host(environment.getOrDefault("REDIS_HOST", "localhost")),
                port(environment.getOrDefault("REDIS_PORT", "6379")),
                username,
                password,
                tls(environment.getOrDefault("REDIS_TLS", "false")),
                NameList.from(environment, "GORT_EXCHANGES", PlannedGroup.EXCHANGES),
                NameList.from(environment, "GORT_SYMBOLS", PlannedGroup.SYMBOLS));
    }

    JedisClientConfig clientConfig() {
        SSLParameters checkHostName = new SSLParameters();
        checkHostName.setEndpointIdentificationAlgorithm("HTTPS");
        return DefaultJedisClientConfig.builder()
                .user(username)
                .password(password)
                .ssl(tls)
                .sslParameters(tls ? checkHostName : null)
                .connectionTimeoutMillis(CONNECT_MILLIS)
                .socketTimeoutMillis(ANSWER_MILLIS)
                // a user who may only create groups may send nothing else
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                .build();
    }

    /** Where Redis is, without any password. */
    String address() {
        return host + ":" + port;
    }

    @Override
    public String toString() {
        return address();
    }

    private static String host(String text) {
        if (text.isBlank() || text.chars().anyMatch(Character::isWhitespace) || text.contains("/")) {
            throw new IllegalArgumentException("REDIS_HOST: '" + text + "' (expected: a host name or address)");
        }
        return text;
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException saidBelow) {
            // falls through
        }
        throw new IllegalArgumentException("REDIS_PORT: '" + text + "' (expected: a number from 1 to 65535)");
    }

    private static boolean tls(String text) {
        return switch (text) {
            case "true" -> true;
            case "false", "" -> false;
            default -> throw new IllegalArgumentException("REDIS_TLS: '" + text + "' (expected: true or false)");
        };
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
