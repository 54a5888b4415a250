package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.PoolUse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import redis.clients.jedis.Protocol.Command;

/** One server: commands share the connections of a pool, readers have their own. */
final class OneServer implements ServerAccess {

    /** So many commands go out before their replies are read; more could fill the buffers of both sides. */
    private static final int MAX_PIPELINED = 1000;

    private final ConnectionSource connections;

    OneServer(ConnectionSource connections) {
        this.connections = connections;
    }

    @Override
    public <T> T call(RedisCommand command, ReplyParser<T> parser) {
        ServerLink link = connections.borrow(command);
        try {
            link.send(command);
            return link.receive(command, parser);
        } finally {
            connections.giveBack(link);
        }
    }

    /** Runs a command on a key that is being moved to this server. */
    <T> T callAsking(RedisCommand command, ReplyParser<T> parser) {
        RedisCommand asking = RedisCommand.about(Command.ASKING, "");
        ServerLink link = connections.borrow(command);
        try {
            link.send(asking);
            link.send(command);
            String unused = link.receive(asking, Replies::text);
            return link.receive(command, parser);
        } finally {
            connections.giveBack(link);
        }
    }

    @Override
    public List<ServerCalls> masters() {
        return List.of(this);
    }

    @Override
    public Collection<List<String>> inOneStep(Collection<String> keys) {
        return List.of(List.copyOf(keys));
    }

    @Override
    public StreamReader openReader(Duration grace, Consumer<StreamReader> whenClosed) {
        return new JedisStreamReader(connections.dedicated(), grace, whenClosed);
    }

    /** A connection of the caller's own. */
    ServerLink dedicated() {
        return connections.dedicated();
    }

    @Override
    public List<PoolUse> pools() {
        return List.of(connections.use());
    }

    @Override
    public void close() {
        connections.close();
    }

    @Override
    public <T> List<T> callAll(
            List<RedisCommand> commands, ReplyParser<T> parser, Function<RedisStreamException, T> failure) {
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
