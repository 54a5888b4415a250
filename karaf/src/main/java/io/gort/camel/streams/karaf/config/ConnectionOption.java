package io.gort.camel.streams.karaf.config;

import io.gort.camel.streams.ConnectionConfiguration;
import io.gort.camel.streams.Topology;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.camel.util.TimeUtils;

/** The connection options that can be configured as text. */
enum ConnectionOption {
    HOST("host", ConnectionConfiguration::setHost),
    PORT("port", (options, value) -> options.setPort(number("port", value))),
    NODES("nodes", ConnectionConfiguration::setNodes),
    TOPOLOGY("topology", (options, value) -> options.setTopology(topology(value))),
    MASTER_NAME("masterName", ConnectionConfiguration::setMasterName),
    DATABASE("database", (options, value) -> options.setDatabase(number("database", value))),
    USERNAME("username", ConnectionConfiguration::setUsername),
    PASSWORD("password", ConnectionConfiguration::setPassword),
    SENTINEL_USERNAME("sentinelUsername", ConnectionConfiguration::setSentinelUsername),
    SENTINEL_PASSWORD("sentinelPassword", ConnectionConfiguration::setSentinelPassword),
    SSL("ssl", (options, value) -> options.setSsl(truth("ssl", value))),
    HOSTNAME_VERIFICATION(
            "hostnameVerification",
            (options, value) -> options.setHostnameVerification(truth("hostnameVerification", value))),
    CONNECT_TIMEOUT("connectTimeout", (options, value) -> options.setConnectTimeout(duration("connectTimeout", value))),
    COMMAND_TIMEOUT("commandTimeout", (options, value) -> options.setCommandTimeout(duration("commandTimeout", value))),
    POOL_SIZE("poolSize", (options, value) -> options.setPoolSize(number("poolSize", value))),
    CLIENT_NAME("clientName", ConnectionConfiguration::setClientName);

    private final String option;
    private final BiConsumer<ConnectionConfiguration, String> setter;

    ConnectionOption(String option, BiConsumer<ConnectionConfiguration, String> setter) {
        this.option = option;
        this.setter = setter;
    }

    /** Its name, as in a URI. */
    String option() {
        return option;
    }

    /** @throws IllegalArgumentException if there is no such option */
    static ConnectionOption named(String name) {
        return Arrays.stream(values())
                .filter(one -> one.option.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " (expected: one of "
                        + Arrays.stream(values()).map(one -> one.option).collect(Collectors.joining(", ")) + ")"));
    }

    /** @throws IllegalArgumentException naming the value and what was expected */
    void set(ConnectionConfiguration options, String value) {
        setter.accept(options, value);
    }

    private static Topology topology(String value) {
        return Arrays.stream(Topology.values())
                .filter(one -> one.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "topology: " + value + " (expected: standalone, sentinel or cluster)"));
    }

    private static boolean truth(String option, String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(option + ": " + value + " (expected: true or false)");
        };
    }

    private static int number(String option, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + ": " + value + " (expected: a whole number)", e);
        }
    }

    private static Duration duration(String option, String value) {
        try {
            return Duration.ofMillis(TimeUtils.toMilliSeconds(value));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) { // the latter for text without a number
            throw new IllegalArgumentException(option + ": " + value + " (expected: a duration such as 2s)", e);
        }
    }
}
