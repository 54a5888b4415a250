package io.gort.camel.streams;

/**
 * The work of a key has been begun elsewhere and is not done yet: it is not known whether this is a duplicate. Not a
 * fault: try again later.
 */
public final class KeyInProgressException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeyInProgressException(String key, String by) {
        super("key: " + key + " is in progress for " + by + " (expected: done, or free)");
    }
}
