package io.gort.camel.streams.examples.heatmap.feed;

/** Whether an event may be published now. */
@FunctionalInterface
public interface Admission {

    /** Admits everything: what the group cannot keep up with is trimmed. */
    Admission ALWAYS = streamKey -> true;

    /** Whether one more entry may be published to this stream now; the caller publishes it then. */
    boolean admits(String streamKey);
}
