package io.gort.camel.streams.entry;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of something that has an order, and where the rest begins.
 *
 * @param <T>     what it holds
 * @param entries what is in the part, in order; unmodifiable
 * @param next    the first id that is not in it; null if nothing is left
 */
public record Page<T>(List<T> entries, @Nullable EntryId next) {

    public Page {
        entries = List.copyOf(entries);
    }

    /**
     * The first {@code count} of those that were found.
     *
     * @param found at least one more than {@code count} if there are more
     * @param id    the id of one
     */
    public static <T> Page<T> of(List<T> found, int count, Function<T, EntryId> id) {
        return found.size() > count
                ? new Page<>(found.subList(0, count), id.apply(found.get(count)))
                : new Page<>(found, null);
    }
}
