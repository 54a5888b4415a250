package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.AckMode;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.OnLaneFailure;
import io.gort.camel.streams.entry.PendingEntry;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.StreamInfo;
import io.gort.camel.streams.redis.ConnectionLostException;
import io.gort.camel.streams.redis.WrongTypeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the tests of this package are about. */
final class Samples {

    static final String STREAM = "s";
    static final GroupMember MEMBER = new GroupMember("g", "me");

    private Samples() {}

    static ConnectionLostException lost() {
        return new ConnectionLostException("gone", null);
    }

    static WrongTypeException wrongType() {
        return new WrongTypeException("not a stream", null);
    }

    static EntryId id(long millis) {
        return new EntryId(millis, 0);
    }

    static StreamEntry entry(long millis) {
        return new StreamEntry(STREAM, id(millis), Map.of("n", Long.toString(millis)));
    }

    static PendingEntry pending(long millis, String consumer, Duration idle, long deliveryCount) {
        return new PendingEntry(id(millis), consumer, idle, deliveryCount);
    }

    static StreamInfo streamUpTo(long millis) {
        return new StreamInfo(1, id(millis), null, 0);
    }

    static ConsumerSettings settings(int maxDeliveries) {
        return settings(MEMBER, maxDeliveries, 1000, STREAM);
    }

    /** Settings with which no dead-letter stream has a name. */
    static ConsumerSettings nameless(int maxDeliveries) {
        return settings(MEMBER, maxDeliveries, 1000, Samples::noName, STREAM);
    }

    static ConsumerSettings settings(
            @Nullable GroupMember member, int maxDeliveries, int maxInFlight, String... streams) {
        return settings(member, maxDeliveries, maxInFlight, key -> "dead-letter:{" + key + "}", streams);
    }

    private static String noName(String key) {
        throw new IllegalArgumentException("no name for " + key);
    }

    private static ConsumerSettings settings(
            @Nullable GroupMember member,
            int maxDeliveries,
            int maxInFlight,
            UnaryOperator<String> deadLetterStream,
            String... streams) {
        return new ConsumerSettings(
                List.of(streams),
                member,
                "$",
                10,
                null,
                Duration.ofSeconds(5),
                maxInFlight,
                AckMode.AUTO,
                Duration.ofMinutes(1),
                Duration.ofSeconds(15),
                true,
                Duration.ofMinutes(30),
                maxDeliveries,
                deadLetterStream,
                100,
                Duration.ofSeconds(10),
                Duration.ofHours(24),
                1,
                null,
                OnLaneFailure.CONTINUE,
                e -> e.fields().containsKey("init"),
                "route1");
    }
}
