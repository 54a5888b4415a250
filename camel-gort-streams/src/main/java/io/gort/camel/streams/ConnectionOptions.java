package io.gort.camel.streams;

import io.gort.camel.streams.entry.ConnectionSettings;

/** Reads the options that say how to reach the server. */
final class ConnectionOptions {

    private ConnectionOptions() {}

    /** @throws IllegalArgumentException naming the option, its value and what was expected */
    static ConnectionSettings settings(GortStreamsConfiguration options) {
        return new ConnectionSettings(
                options.getHost(),
                options.getPort(),
                options.getDatabase(),
                options.getUsername(),
                options.getPassword(),
                options.getConnectTimeout(),
                options.getCommandTimeout(),
                options.getPoolSize(),
                options.getClientName());
    }
}
