package io.gort.camel.streams.component;

import io.gort.camel.streams.GortStreamsOperation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XReadGroupParams;

/**
 * An operation on a stream that holds the entries 1-0 to 5-0, of which 1-0 to 3-0 are pending for alice in the group g,
 * and 2-1, deleted meanwhile; its dead-letter stream holds two letters of g: of 4-0, and of an entry that is gone.
 *
 * @param operation  what is done
 * @param path       where; {@code %s} stands for the stream
 * @param body       what the message begins with: the request, or what an operation takes in its place
 * @param headers    what says the same as the body, without the beginning of their names
 * @param expression reads the result, in the simple language
 * @param expected   what it reads; {@code %s} stands for the stream
 */
record OperationSample(
        GortStreamsOperation operation,
        String path,
        @Nullable Object body,
        Map<String, Object> headers,
        String expression,
        String expected) {

    private static final String DEAD_LETTERS = "dead-letter:{%s}";

    /** An operation on the stream. */
    static OperationSample on(
            GortStreamsOperation operation,
            @Nullable Object body,
            Map<String, Object> headers,
            String expression,
            String expected) {
        return new OperationSample(operation, "%s", body, headers, expression, expected);
    }

    /** An operation on the dead-letter stream. */
    static OperationSample onDeadLetters(
            GortStreamsOperation operation,
            @Nullable Object body,
            Map<String, Object> headers,
            String expression,
            String expected) {
        return new OperationSample(operation, DEAD_LETTERS, body, headers, expression, expected);
    }

    /** Makes the stream anew. */
    static void prepare(RedisClient redis, String stream) {
        String deadLetters = DEAD_LETTERS.formatted(stream);
        redis.del(stream, deadLetters);
        for (String id : List.of("1-0", "2-0", "2-5", "3-0", "4-0", "5-0")) {
            redis.xadd(stream, new StreamEntryID(id), Map.of("n", id.substring(0, 1)));
        }
        redis.xgroupCreate(stream, "g", new StreamEntryID(0, 0), false);
        redis.xgroupCreate(stream, "other", new StreamEntryID(0, 0), false);
        redis.xreadGroup(
                "g",
                "alice",
                XReadGroupParams.xReadGroupParams().count(4),
                Map.of(stream, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
        redis.xdel(stream, new StreamEntryID(2, 5));
        letter(redis, stream, 1, "4-0");
        letter(redis, stream, 2, "0-7");
    }

    /** Adds a letter of the group g to the stream's dead-letter stream. */
    static void letter(RedisClient redis, String stream, int number, String entryId) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("n", "0"));
        fields.put("dead_letter_stream", stream);
        fields.put("dead_letter_entry_id", entryId);
        fields.put("dead_letter_group", "g");
        redis.xadd(DEAD_LETTERS.formatted(stream), new StreamEntryID(number, 0), fields);
    }

    String pathOf(String stream) {
        return path.formatted(stream);
    }

    String expectedOf(String stream) {
        return expected.replace("%s", stream);
    }

    Map<String, Object> camelHeaders() {
        Map<String, Object> camel = new HashMap<>();
        headers.forEach((name, value) -> camel.put("CamelGortStreams" + name, value));
        return camel;
    }

    @Override
    public String toString() {
        return operation + " " + headers;
    }
}
