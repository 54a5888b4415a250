package io.gort.camel.streams;

import io.gort.camel.streams.trade.DataType;
import io.gort.camel.streams.trade.StreamName;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The path of an endpoint, read: one stream key, several with commas between, patterns with {@code *}, or only a data
 * type.
 *
 * @param streams the parts, at least one
 */
record StreamPath(List<String> streams) {

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException if a part is empty, or begins with a data type but is not of its form
     */
    static StreamPath parse(@Nullable String path) {
        List<String> parts = Arrays.stream(
                        String.valueOf(path == null ? "" : path).split(",", -1))
                .map(String::trim)
                .toList();
        for (String part : parts) {
            if (part.isEmpty()) {
                throw new IllegalArgumentException("stream: '" + (path == null ? "" : path)
                        + "' (expected: stream keys, not empty, with commas between)");
            }
            if (startsWithDataType(part)
                    && !isPattern(part)
                    && DataType.of(part).isEmpty()) {
                StreamName.parse(part);
            }
        }
        return new StreamPath(parts);
    }

    /** The streams and patterns that a consumer reads. */
    List<String> forConsumer() {
        for (String part : streams) {
            DataType.of(part).ifPresent(type -> {
                throw new IllegalArgumentException("stream: " + part + " (expected: " + part
                        + ":… for a consumer; only a producer takes the rest of the key from the body)");
            });
        }
        return streams;
    }

    /** The one stream or data type that a producer writes to. */
    String forProducer() {
        if (streams.size() > 1 || isPattern(streams.get(0))) {
            throw new IllegalArgumentException(
                    "stream: " + String.join(",", streams) + " (expected: one stream for a producer)");
        }
        return streams.get(0);
    }

    /** What a producer with this operation works on: several streams only where the operation takes them. */
    String forProducer(GortStreamsOperation operation) {
        return operation.takesSeveralStreams() ? String.join(",", streams) : forProducer();
    }

    private static boolean startsWithDataType(String part) {
        int colon = part.indexOf(':');
        return DataType.of(colon < 0 ? part : part.substring(0, colon)).isPresent();
    }

    static boolean isPattern(String part) {
        return part.indexOf('*') >= 0;
    }
}
