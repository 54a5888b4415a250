package io.gort.camel.streams;

import io.gort.camel.streams.entry.StreamKeys;
import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.trade.DataType;
import io.gort.camel.streams.trade.StreamName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * On which streams an operation works: on those of the path, or of the header that stands for it.
 *
 * @param path      the path as it was given
 * @param operation what is to be done, for messages
 * @param exchange  completes a path that is only a data type
 */
record OperationTarget(String path, GortStreamsOperation operation, Exchange exchange) {

    /** The target of an exchange. */
    static OperationTarget of(String path, GortStreamsOperation operation, Exchange exchange) {
        String instruction = OwnHeaders.streamKeyInstruction(exchange);
        return new OperationTarget(instruction == null ? path : instruction, operation, exchange);
    }

    /**
     * The one stream.
     *
     * @throws IllegalArgumentException if there are several, or the path does not say which
     */
    String one() {
        List<String> streams = StreamPath.parse(path).streams();
        if (streams.size() > 1 || StreamPath.isPattern(path)) {
            throw new IllegalArgumentException(
                    "stream: " + path + " (expected: one stream for the operation " + operation + ")");
        }
        return key(streams.get(0));
    }

    /** All streams that are named or match now, in the order of their names. */
    Set<String> all(StreamClient client) {
        Set<String> keys = new TreeSet<>();
        for (String stream : StreamPath.parse(path).streams()) {
            if (StreamPath.isPattern(stream)) {
                client.streamKeys(stream).stream()
                        .filter(key -> StreamKeys.mayFind(stream, key))
                        .forEach(keys::add);
            } else {
                keys.add(key(stream));
            }
        }
        return keys;
    }

    private String key(String stream) {
        Optional<DataType> type = DataType.of(stream);
        if (type.isEmpty()) {
            return stream;
        }
        String symbol = header(GortStreamsConstants.SYMBOL);
        String venue = type.get().hasExchange() ? header(GortStreamsConstants.EXCHANGE) : null;
        return new StreamName(type.get(), venue, symbol).key();
    }

    private String header(String name) {
        @Nullable String value = new HeaderValues(exchange).text(name);
        if (value == null) {
            throw new IllegalArgumentException(name + ": none (expected: given, as the path is only " + path + ")");
        }
        return value;
    }
}
