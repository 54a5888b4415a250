package io.gort.camel.streams.testkit.conformance;

import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisServerSettings;
import io.gort.camel.streams.testkit.RedisUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.StreamEntryID;

/** What the cases share: a server, books, members of groups, and the usual first steps. */
interface ConformanceFixture {

    String GROUP = "storage";

    /** Options that make everything happen soon. */
    String SOON = "&minIdle=300ms&claimInterval=100ms&blockTimeout=200ms";

    /** The server that all cases of the class use; empty at the beginning of each case. */
    RedisUnderTest redis();

    /** Settings of further servers of the same kind, for cases that do harm. */
    RedisServerSettings ownServer();

    /** The books of this case. */
    CaseBooks books();

    /** Starts a Camel context with these routes; it is closed after the case. */
    CamelContext member(RedisUnderTest redis, LambdaRouteBuilder routes) throws Exception;

    /** Closes it after the case, what was given last first. */
    <T extends AutoCloseable> T closedAfterwards(T resource);

    default CamelContext member(LambdaRouteBuilder routes) throws Exception {
        return member(redis(), routes);
    }

    /** Books for a group on the common server: what is published from now on is to reach it. */
    default EntryRecorder group(@Nullable String group) {
        return books().open(redis(), group);
    }

    /** The usual consumer: a member of {@link #GROUP} that begins with the oldest entry, and does everything soon. */
    default String from(String streams) {
        return from(streams, GROUP);
    }

    default String from(String streams, String group) {
        return "gort-streams:" + streams + "?group=" + group + "&groupStart=0" + SOON;
    }

    /** Publishes so many entries with the field {@code n}: 0, 1, 2 … */
    default List<String> publish(String streamKey, int count) {
        return publish(redis(), streamKey, count, n -> Map.of("n", Integer.toString(n)));
    }

    /** Publishes entries from outside, notes them in all books that are open, and gives their names. */
    default List<String> publish(
            RedisUnderTest redis, String streamKey, int count, IntFunction<Map<String, String>> fields) {
        List<Response<StreamEntryID>> ids = new ArrayList<>(count);
        try (AbstractPipeline pipeline = redis.client().pipelined()) {
            for (int n = 0; n < count; n++) {
                ids.add(pipeline.xadd(streamKey, StreamEntryID.NEW_ENTRY, fields.apply(n)));
            }
        }
        return ids.stream()
                .map(Response::get)
                .map(id -> {
                    books().published(streamKey, id);
                    return EntryRecorder.name(streamKey, id);
                })
                .toList();
    }

    default Eventually eventually() {
        return redis().eventually();
    }
}
