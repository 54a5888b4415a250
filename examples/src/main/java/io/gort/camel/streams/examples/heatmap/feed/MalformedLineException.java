package io.gort.camel.streams.examples.heatmap.feed;

/** The reason why a line of an input is no event of any stream. */
final class MalformedLineException extends Exception {

    MalformedLineException(String reason) {
        super(reason);
    }
}
