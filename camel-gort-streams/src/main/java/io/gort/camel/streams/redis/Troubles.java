package io.gort.camel.streams.redis;

import java.util.ArrayList;
import java.util.List;

/** What went wrong with servers of which each could have answered, made one error. */
final class Troubles {

    private final List<RedisStreamException> troubles = new ArrayList<>();

    void add(RedisStreamException trouble) {
        troubles.add(trouble);
    }

    /** The error for who asked, naming each server with its trouble. One that may pass where the trouble of any server may. */
    RedisStreamException together() {
        String message = "nodes: "
                + String.join(
                        "; ",
                        troubles.stream()
                                .map(trouble -> String.valueOf(trouble.getMessage()))
                                .toList());
        if (troubles.stream().allMatch(AuthenticationFailedException.class::isInstance)) {
            return new AuthenticationFailedException(message, null);
        }
        return troubles.stream().anyMatch(Troubles::mayPass)
                ? new NoConnectionException(message, null)
                : new RedisStreamException(message, null);
    }

    private static boolean mayPass(RedisStreamException trouble) {
        return trouble instanceof ConnectionLostException || trouble instanceof ServerNotReadyException;
    }
}
