package io.gort.camel.streams.testkit.conformance;

import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.testkit.RedisUnderTest;
import java.util.List;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * What was published, deleted and handled, on a server of its own that nothing happens to: there it outlives every
 * member, and leaves the heap to the component.
 */
final class SoakNotes implements AutoCloseable {

    private static final String PUBLISHED = "published";
    private static final String DELETED = "deleted";

    private final RedisServerProcess server = RedisServerProcess.start();

    /** Where the notes are; members in other processes write their own. */
    RedisUnderTest redis() {
        return server.redis();
    }

    void published(String streamKey, String id) {
        redis().client().rpush(PUBLISHED, EntryRecorder.name(streamKey, id));
    }

    /** Entries that are deleted, by their names. */
    void deleted(List<String> names) {
        redis().client().rpush(DELETED, names.toArray(String[]::new));
    }

    /** The last step of a route: notes the entry of the exchange as handled well. */
    Processor handledBy(String group) {
        return exchange -> {
            Message message = exchange.getMessage();
            redis().client()
                    .rpush(
                            handledList(group),
                            EntryRecorder.name(
                                    message.getHeader(GortStreamsConstants.STREAM_KEY, String.class),
                                    message.getHeader(GortStreamsConstants.ENTRY_ID, String.class)));
        };
    }

    List<String> published() {
        return all(PUBLISHED);
    }

    List<String> deleted() {
        return all(DELETED);
    }

    List<String> handled(String group) {
        return all(handledList(group));
    }

    /** How many entries the group's members in this process handled well until now, again ones included. */
    long handledCount(String group) {
        return redis().client().llen(handledList(group));
    }

    private List<String> all(String list) {
        return redis().client().lrange(list, 0, -1);
    }

    private static String handledList(String group) {
        return "handled:" + group;
    }

    @Override
    public void close() {
        server.close();
    }
}
