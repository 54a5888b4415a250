package io.gort.camel.streams.entry;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an entry that has only a few, as most do: an array in the order of the stream, looked through from the
 * start. Every entry that is read has such a map, and making one costs a fraction of what a hash table does.
 */
final class FewFields extends AbstractMap<String, String> {

    /** From here on looking through takes longer than hashing. */
    static final int MOST = 32;

    private final String[] texts;

    /**
     * @param texts names and values in turns, no name twice; not to be changed any more
     */
    FewFields(String[] texts) {
        this.texts = texts;
    }

    @Override
    public int size() {
        return texts.length / 2;
    }

    @Override
    public @Nullable String get(@Nullable Object name) {
        int index = indexOf(texts, texts.length, name);
        return index < 0 ? null : texts[index + 1];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return indexOf(texts, texts.length, name) >= 0;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super String> action) {
        for (int i = 0; i < texts.length; i += 2) {
            action.accept(texts[i], texts[i + 1]);
        }
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return FewFields.this.size();
            }

            @Override
            public Iterator<Map.Entry<String, String>> iterator() {
                return new Pairs(texts);
            }
        };
    }

    /** Whether a name comes twice. */
    static boolean hasRepeatedName(String[] texts) {
        for (int i = 2; i < texts.length; i += 2) {
            if (indexOf(texts, i, texts[i]) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static int indexOf(String[] texts, int end, @Nullable Object name) {
        for (int i = 0; i < end; i += 2) {
            if (texts[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static final class Pairs implements Iterator<Map.Entry<String, String>> {

        private final String[] texts;
        private int next;

        Pairs(String[] texts) {
            this.texts = texts;
        }

        @Override
        public boolean hasNext() {
            return next < texts.length;
        }

        @Override
        public Map.Entry<String, String> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            next += 2;
            return Map.entry(texts[next - 2], texts[next - 1]);
        }
    }
}
