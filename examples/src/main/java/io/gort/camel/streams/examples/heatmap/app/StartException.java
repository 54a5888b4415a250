package io.gort.camel.streams.examples.heatmap.app;

import org.jspecify.annotations.Nullable;

/** Something that this run needs is not there. The message is one line for the person who started it. */
public class StartException extends Exception {

    public StartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
