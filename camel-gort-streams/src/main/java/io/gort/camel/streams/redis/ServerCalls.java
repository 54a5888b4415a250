package io.gort.camel.streams.redis;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Runs commands where their keys are. */
interface ServerCalls {

    <T> T call(RedisCommand command, ReplyParser<T> parser);

    /**
     * Runs the commands in pipelines, those on the same key in their order.
     *
     * @param failure makes a result of the error of one; once the connection is lost, of all those that follow on it
     * @return the results in the order of the commands
     */
    <T> List<T> callAll(List<RedisCommand> commands, ReplyParser<T> parser, Function<RedisStreamException, T> failure);

    /** Each server that holds a part of the keys, for commands that must go to all of them. */
    List<ServerCalls> masters();

    /** The keys, parted into those that one command may touch together. */
    Collection<List<String>> inOneStep(Collection<String> keys);
}
