package io.gort.camel.streams.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Runs commands over connections of the pool. */
final class ServerCalls {

    /** So many commands go out before their replies are read; more could fill the buffers of both sides. */
    private static final int MAX_PIPELINED = 1000;

    private final ConnectionSource connections;

    ServerCalls(ConnectionSource connections) {
        this.connections = connections;
    }

    <T> T call(RedisCommand command, ReplyParser<T> parser) {
        ServerLink link = connections.borrow(command);
        try {
            link.send(command);
            return link.receive(command, parser);
        } finally {
            connections.giveBack(link);
        }
    }

    /**
     * Runs the commands in their order in one pipeline.
     *
     * @param failure makes a result of the error of one; once the connection is lost, of all those that follow
     */
    <T> List<T> callAll(List<RedisCommand> commands, ReplyParser<T> parser, Function<RedisStreamException, T> failure) {
        List<T> results = new ArrayList<>(commands.size());
        try {
            ServerLink link = connections.borrow(commands.get(0));
            try {
                for (int from = 0; from < commands.size(); from += MAX_PIPELINED) {
                    int to = Math.min(commands.size(), from + MAX_PIPELINED);
                    exchange(link, commands.subList(from, to), parser, failure, results);
                }
            } finally {
                connections.giveBack(link);
            }
        } catch (RedisStreamException e) {
            while (results.size() < commands.size()) {
                results.add(failure.apply(e));
            }
        }
        return results;
    }

    private static <T> void exchange(
            ServerLink link,
            List<RedisCommand> commands,
            ReplyParser<T> parser,
            Function<RedisStreamException, T> failure,
            List<T> results) {
        commands.forEach(link::send);
        for (RedisCommand command : commands) {
            try {
                results.add(link.receive(command, parser));
            } catch (RedisStreamException e) {
                if (link.isLost()) {
                    throw e;
                }
                results.add(failure.apply(e));
            }
        }
    }
}
