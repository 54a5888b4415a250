package io.gort.camel.streams;

/** How a stream is trimmed when an entry is added. */
public enum TrimMode {
    approximate,
    exact,
    none
}
