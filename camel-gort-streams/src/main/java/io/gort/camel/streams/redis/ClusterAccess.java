package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.PoolUse;
import io.gort.camel.streams.entry.ServerAddress;
import io.gort.camel.streams.entry.StreamKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A cluster: each command goes to the master that holds its first key, wherever that has moved. */
final class ClusterAccess implements ServerAccess {

    private static final int MOST_REDIRECTIONS = 5;

    private final ClusterNodes nodes;

    ClusterAccess(ClusterNodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public <T> T call(RedisCommand command, ReplyParser<T> parser) {
        return follow(command, parser, master(command), false);
    }

    /** In one pipeline for each master, one master after the other. */
    @Override
    public <T> List<T> callAll(
            List<RedisCommand> commands, ReplyParser<T> parser, Function<RedisStreamException, T> failure) {
        Map<Integer, Result<T>> results = new TreeMap<>();
        Map<ServerAddress, List<Integer>> byMaster = new LinkedHashMap<>();
        for (int i = 0; i < commands.size(); i++) {
            try {
                byMaster.computeIfAbsent(master(commands.get(i)), node -> new ArrayList<>())
                        .add(i);
            } catch (RedisStreamException e) {
                results.put(i, new Failed<>(e));
            }
        }
        byMaster.forEach((node, indexes) -> {
            List<RedisCommand> ofNode = indexes.stream().map(commands::get).toList();
            List<Result<T>> became = pipeline(node, ofNode, parser);
            for (int i = 0; i < became.size(); i++) {
                results.put(indexes.get(i), became.get(i));
            }
        });
        return results.values().stream().map(result -> result.or(failure)).toList();
    }

    @Override
    public List<ServerCalls> masters() {
        return nodes.masters().stream().<ServerCalls>map(nodes::server).toList();
    }

    @Override
    public Collection<List<String>> inOneStep(Collection<String> keys) {
        return keys.stream().collect(Collectors.groupingBy(StreamKeys::slot)).values();
    }

    @Override
    public StreamReader openReader(Duration grace, Consumer<StreamReader> whenClosed) {
        return new ClusterReader(nodes, grace, whenClosed);
    }

    @Override
    public List<PoolUse> pools() {
        return nodes.pools();
    }

    @Override
    public void close() {
        nodes.close();
    }

    /** What became of a command. */
    private sealed interface Result<T> {

        T or(Function<RedisStreamException, T> failure);
    }

    private record Done<T>(T value) implements Result<T> {

        @Override
        public T or(Function<RedisStreamException, T> failure) {
            return value;
        }
    }

    private record Failed<T>(RedisStreamException cause) implements Result<T> {

        @Override
        public T or(Function<RedisStreamException, T> failure) {
            return failure.apply(cause);
        }
    }

    /** What was sent elsewhere follows one by one, so that entries of one stream keep their order. */
    private <T> List<Result<T>> pipeline(ServerAddress node, List<RedisCommand> commands, ReplyParser<T> parser) {
        List<Result<T>> results = new ArrayList<>(
                nodes.server(node).<Result<T>>callAll(commands, reply -> new Done<>(parser.parse(reply)), Failed::new));
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) instanceof Failed<T> failed) {
                if (failed.cause() instanceof RedirectedException elsewhere) {
                    results.set(i, followed(commands.get(i), parser, node, elsewhere));
                } else {
                    noteTrouble(node, failed.cause());
                }
            }
        }
        return results;
    }

    private <T> Result<T> followed(
            RedisCommand command, ReplyParser<T> parser, ServerAddress asked, RedirectedException elsewhere) {
        if (!elsewhere.onlyNow()) {
            nodes.outdate(asked);
        }
        try {
            return new Done<>(follow(command, parser, elsewhere.target(asked), elsewhere.onlyNow()));
        } catch (RedisStreamException e) {
            return new Failed<>(e);
        }
    }

    private <T> T follow(RedisCommand command, ReplyParser<T> parser, ServerAddress first, boolean firstAsking) {
        ServerAddress node = first;
        boolean asking = firstAsking;
        for (int redirections = 0; ; redirections++) {
            try {
                OneServer server = nodes.server(node);
                return asking ? server.callAsking(command, parser) : server.call(command, parser);
            } catch (RedirectedException e) {
                if (redirections == MOST_REDIRECTIONS) {
                    throw new ServerNotReadyException("sent from node to node: " + e.getMessage(), e);
                }
                asking = e.onlyNow();
                if (!asking) {
                    nodes.outdate(node);
                }
                node = e.target(node);
            } catch (RedisStreamException e) {
                noteTrouble(node, e);
                throw e;
            }
        }
    }

    private void noteTrouble(ServerAddress node, RedisStreamException trouble) {
        if (ClusterNodes.mayBeOutdated(trouble)) {
            nodes.outdate(node);
        }
    }

    private ServerAddress master(RedisCommand command) {
        String key = command.firstKey();
        return key == null ? nodes.masters().iterator().next() : nodes.master(StreamKeys.slot(key));
    }
}
