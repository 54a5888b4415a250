package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.AckMode;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.OnLaneFailure;
import io.gort.camel.streams.entry.StreamEntry;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer is told, once and for all.
 *
 * @param streams           the keys to read and patterns of keys, in which {@code *} stands for any text; at least one
 * @param member            who reads; null reads without a group
 * @param groupStart        where a group begins that has to be created: {@code $}, {@code 0} or an entry id
 * @param batchSize         how many entries of a stream one read may bring
 * @param batchTimeout      how long an entry waits for others to go through the route with it, up to {@code batchSize};
 *                          null hands on each by itself
 * @param blockTimeout      how long one read waits for entries
 * @param maxInFlight       how many entries may be on their way at once
 * @param ackMode           who acknowledges
 * @param minIdle           how long a pending entry must lie still before it is claimed
 * @param claimInterval     how often claimable entries are looked for
 * @param keepAlive         whether entries in work are kept from being claimed
 * @param maxProcessingTime how long one entry is kept from being claimed
 * @param maxDeliveries     how often the route may run an entry; 0 is any number
 * @param deadLetterStream  the dead-letter stream of a stream
 * @param deadLetterLength  about how many entries a dead-letter stream keeps
 * @param discoveryInterval how often streams that match a pattern are looked for
 * @param staleMemberAge    how long a member of the group must have been silent to be deleted; zero deletes none
 * @param lanes             how many entries are handled side by side, each lane in order; 0 is unordered
 * @param laneField         the field whose value chooses the lane; null takes the stream key
 * @param onLaneFailure     what becomes of a lane whose entry has failed
 * @param isMarker          tells entries that are acknowledged and counted without being handled
 * @param origin            what dead letters name as the place where it went wrong, such as a route id
 */
public record ConsumerSettings(
        List<String> streams,
        @Nullable GroupMember member,
        String groupStart,
        int batchSize,
        @Nullable Duration batchTimeout,
        Duration blockTimeout,
        int maxInFlight,
        AckMode ackMode,
        Duration minIdle,
        Duration claimInterval,
        boolean keepAlive,
        Duration maxProcessingTime,
        int maxDeliveries,
        UnaryOperator<String> deadLetterStream,
        long deadLetterLength,
        Duration discoveryInterval,
        Duration staleMemberAge,
        int lanes,
        @Nullable String laneField,
        OnLaneFailure onLaneFailure,
        Predicate<StreamEntry> isMarker,
        String origin) {

    public ConsumerSettings {
        streams = List.copyOf(streams);
    }

    /** The same, for another member. */
    public ConsumerSettings withMember(GroupMember other) {
        return new ConsumerSettings(
                streams,
                other,
                groupStart,
                batchSize,
                batchTimeout,
                blockTimeout,
                maxInFlight,
                ackMode,
                minIdle,
                claimInterval,
                keepAlive,
                maxProcessingTime,
                maxDeliveries,
                deadLetterStream,
                deadLetterLength,
                discoveryInterval,
                staleMemberAge,
                lanes,
                laneField,
                onLaneFailure,
                isMarker,
                origin);
    }

    /** How many entries go through the route together at most. */
    int entriesPerBatch() {
        return batchTimeout == null ? 1 : batchSize;
    }

    /** Whether what was read and not done stays pending, and so is not lost. */
    boolean leavesPending() {
        return member != null && ackMode != AckMode.NONE;
    }

    /** The member, where it is known that there is one. */
    GroupMember groupMember() {
        if (member == null) {
            throw new IllegalStateException("no group");
        }
        return member;
    }
}
