package io.gort.camel.streams.routes.websocket;

import io.gort.camel.streams.entry.BackOff;
import io.gort.camel.streams.routes.feeds.Venue;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What a connection goes by.
 *
 * @param venue          whom to talk to
 * @param uri            where that is
 * @param instruments    which instruments are wanted; all if empty
 * @param connectTimeout how long a connect, and a message to the exchange, may take
 * @param keepAlive      how often a sign of life is given
 * @param maxSilence     how long the exchange may give none
 * @param reconnectDelay how long to wait before connecting again
 */
record FeedConnectionSettings(
        Venue venue,
        URI uri,
        Set<String> instruments,
        Duration connectTimeout,
        Duration keepAlive,
        Duration maxSilence,
        BackOff reconnectDelay) {

    FeedConnectionSettings {
        if (!("ws".equals(uri.getScheme()) || "wss".equals(uri.getScheme())) || uri.getHost() == null) {
            throw new IllegalArgumentException("url: '" + uri + "' (expected: an address such as wss://host/path)");
        }
        atLeastOneMillisecond("connectTimeout", connectTimeout);
        atLeastOneMillisecond("keepAlive", keepAlive);
        if (maxSilence.compareTo(keepAlive) <= 0) {
            throw new IllegalArgumentException(
                    "maxSilence: " + maxSilence + " (expected: longer than keepAlive, " + keepAlive + ")");
        }
        atLeastOneMillisecond("reconnectDelay", reconnectDelay.first());
        if (reconnectDelay.limit().compareTo(reconnectDelay.first()) < 0) {
            throw new IllegalArgumentException("maxReconnectDelay: " + reconnectDelay.limit()
                    + " (expected: not below reconnectDelay, " + reconnectDelay.first() + ")");
        }
        venue.subscriptions(instruments);
    }

    /** What is said after each connect. */
    List<String> subscriptions() {
        return venue.subscriptions(instruments);
    }

    private static void atLeastOneMillisecond(String option, Duration duration) {
        if (duration.toMillis() < 1) {
            throw new IllegalArgumentException(option + ": " + duration + " (expected: at least one millisecond)");
        }
    }
}
