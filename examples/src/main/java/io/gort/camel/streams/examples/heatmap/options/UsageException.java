package io.gort.camel.streams.examples.heatmap.options;

/** A command line that cannot be run. The message is one line: what was given and what was expected. */
public class UsageException extends RuntimeException {

    public UsageException(String option, String given, String expected) {
        super(option + ": " + given + " (expected: " + expected + ")");
    }
}
