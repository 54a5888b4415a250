package io.gort.camel.streams;

import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.trade.DataType;
import io.gort.camel.streams.trade.StreamName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a producer leads, read once for all of its entries: to one stream, or to those of a data type.
 *
 * @param text     a stream key or a data type
 * @param dataType the data type, if it is only that
 * @param name     what the stream key says, if it is of a typed form
 */
record ProducerPath(
        String text, @Nullable DataType dataType, @Nullable StreamName name) {

    /** @throws InvalidEntryException if the path, which may come from a header, is not one stream or data type */
    static ProducerPath parse(String path) {
        try {
            String text = StreamPath.parse(path).forProducer();
            return new ProducerPath(
                    text, DataType.of(text).orElse(null), StreamName.find(text).orElse(null));
        } catch (IllegalArgumentException e) {
            throw new InvalidEntryException("stream", String.valueOf(e.getMessage()), e);
        }
    }

    /** What the key of a stream to which it leads says, if that is of a typed form. */
    Optional<StreamName> nameOf(String streamKey) {
        return dataType == null ? Optional.ofNullable(name) : StreamName.find(streamKey);
    }
}
