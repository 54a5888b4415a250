package io.gort.camel.streams.consumer;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks through chains of causes, which may be circular. */
final class Failures {

    private Failures() {}

    /** The first of the failure and its causes that fits; null if none does. */
    static @Nullable Throwable firstInChain(@Nullable Throwable failure, Predicate<Throwable> fits) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable t = failure; t != null && seen.add(t); t = t.getCause()) {
            if (fits.test(t)) {
                return t;
            }
        }
        return null;
    }
}
