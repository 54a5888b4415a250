package io.gort.camel.streams.entry;

import java.time.Duration;

/** How a stream is cut. */
public sealed interface Trim {

    /** Nothing is cut. */
    Trim NONE = new None();

    /** About the newest {@code length} entries stay: the server cuts whole nodes only ({@code MAXLEN ~}). */
    static Trim toAbout(long length) {
        return new ToLength(length, false);
    }

    /** Whether the server must cut exactly there, which costs it more, or may leave the rest of a node. */
    boolean exact();

    /** Nothing is cut. */
    record None() implements Trim {
        @Override
        public boolean exact() {
            return true;
        }
    }

    /**
     * By length.
     *
     * @param length the number of entries that stay, above zero
     * @param exact  whether the server must cut exactly there ({@code MAXLEN =}), which costs it more
     */
    record ToLength(long length, boolean exact) implements Trim {
        public ToLength {
            if (length < 1) {
                throw new IllegalArgumentException("maxLength: " + length + " (expected: above zero)");
            }
        }
    }

    /**
     * By age: entries with an id older than now minus {@code age} go ({@code MINID}).
     *
     * @param age   longer than zero
     * @param exact whether the server must cut exactly there
     */
    record ToAge(Duration age, boolean exact) implements Trim {
        public ToAge {
            if (age.isNegative() || age.isZero()) {
                throw new IllegalArgumentException("maxAge: " + age + " (expected: longer than zero)");
            }
        }
    }

    /**
     * Up to an id: entries with a smaller id go ({@code MINID}).
     *
     * @param first the smallest id that stays
     * @param exact whether the server must cut exactly there
     */
    record ToId(EntryId first, boolean exact) implements Trim {}
}
