package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.ServerAddress;
import org.jspecify.annotations.Nullable;

/**
 * The key is at another node of the cluster ({@code MOVED}, {@code ASK}). Only who does not expect a cluster sees it.
 */
final class RedirectedException extends RedisStreamException {

    private final String target;
    private final boolean onlyNow;

    /**
     * @param error the reply: {@code MOVED slot host:port}, or {@code ASK …}
     */
    RedirectedException(String error, String message, @Nullable Throwable cause) {
        super(message + " (topology: expected cluster)", cause);
        this.target = error.substring(error.lastIndexOf(' ') + 1);
        this.onlyNow = error.startsWith("ASK");
    }

    /** Whether only this command is to go there, as the slot is being moved. */
    boolean onlyNow() {
        return onlyNow;
    }

    /**
     * Where the key is.
     *
     * @param asked the node that said so; if it does not tell a host it means its own
     */
    ServerAddress target(ServerAddress asked) {
        int colon = target.lastIndexOf(':');
        String host = target.substring(0, colon);
        return new ServerAddress(host.isEmpty() ? asked.host() : host, Integer.parseInt(target.substring(colon + 1)));
    }
}
