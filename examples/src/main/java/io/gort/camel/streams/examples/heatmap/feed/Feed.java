package io.gort.camel.streams.examples.heatmap.feed;

import java.io.IOException;
import java.util.List;

/** A source of events, read by one thread. */
public interface Feed {

    /** The next events, at most {@code max}; none at all means none at the moment. May block until there is one. */
    List<FeedEvent> take(int max) throws IOException;

    /** Whether there will never be another event. */
    boolean isUsedUp();

    /** How many events may be published now; the publisher asks for no more. */
    int due();
}
