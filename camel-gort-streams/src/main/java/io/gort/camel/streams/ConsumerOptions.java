package io.gort.camel.streams;

import io.gort.camel.streams.consumer.ConsumerSettings;
import io.gort.camel.streams.entry.AckMode;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.OnLaneFailure;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.StreamKeys;
import io.gort.camel.streams.trade.StreamName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads the options of a consumer, and refuses those that cannot be meant. */
final class ConsumerOptions {

    private static final Duration DEFAULT_MIN_IDLE = Duration.ofSeconds(60);
    private static final String MARKER_FIELD = "init";
    private static final String LANE_BY_FIELD = "field:";
    private static final String DEAD_LETTERS = "dead-letter:";
    private static final String LETTER_OF_A_LETTER = StreamKeys.deadLetterFor(StreamKeys.deadLetterFor("x"));

    private ConsumerOptions() {}

    /**
     * Checks what can be checked of each option by itself, for consumers and producers alike.
     *
     * @throws IllegalArgumentException naming the option, its value and what was expected
     */
    static void checkRanges(GortStreamsConfiguration options) {
        OptionRanges.atLeast("batchSize", options.getBatchSize(), 1);
        OptionRanges.atLeast("maxInFlight", options.getMaxInFlight(), 1);
        OptionRanges.atLeast("maxDeliveries", options.getMaxDeliveries(), 0);
        OptionRanges.atLeast("lanes", options.getLanes(), 0);
        OptionRanges.atLeast("deadLetterLength", options.getDeadLetterLength(), 1);
        Map<String, @Nullable Duration> durations = new LinkedHashMap<>();
        durations.put("connectTimeout", options.getConnectTimeout());
        durations.put("commandTimeout", options.getCommandTimeout());
        durations.put("batchTimeout", options.getBatchTimeout());
        durations.put("blockTimeout", options.getBlockTimeout());
        durations.put("minIdle", options.getMinIdle());
        durations.put("claimInterval", options.getClaimInterval());
        durations.put("maxProcessingTime", options.getMaxProcessingTime());
        durations.put("discoveryInterval", options.getDiscoveryInterval());
        durations.put("maxAge", options.getMaxAge());
        durations.forEach(OptionRanges::atLeastOneMillisecond);
        OptionRanges.notNegative("staleMemberAge", options.getStaleMemberAge());
        OptionRanges.notBlank("group", options.getGroup());
        OptionRanges.notBlank("consumerName", options.getConsumerName());
        OptionRanges.notBlank("deadLetterStream", options.getDeadLetterStream());
        groupStart(options.getGroupStart());
        String unused = laneField(options.getLaneBy());
        if (options.getAckMode() == AckMode.NONE && options.getMaxDeliveries() > 0) {
            throw new IllegalArgumentException("ackMode: NONE, maxDeliveries: " + options.getMaxDeliveries()
                    + " (expected: another ackMode, as with NONE nothing is delivered twice)");
        }
        ProducerOptions.check(options);
        if (options.getClient() == null) {
            ConnectionOptions.check(options);
        }
    }

    /**
     * Checks the options of a consumer against each other.
     *
     * @throws IllegalArgumentException naming the option, its value and what was expected
     */
    static void check(StreamPath path, GortStreamsConfiguration options) {
        ConsumerSettings unused = settings(path, options, "unnamed", "unnamed");
    }

    /** How long a pending entry must have been idle before it may be claimed. */
    static Duration minIdle(GortStreamsConfiguration options) {
        @Nullable Duration minIdle = options.getMinIdle();
        return minIdle == null ? DEFAULT_MIN_IDLE : minIdle;
    }

    /**
     * The settings of a consumer.
     *
     * @param defaultName the member's name if none is given
     * @param origin      what dead letters name as the place where it went wrong
     * @throws IllegalArgumentException naming the option, its value and what was expected
     */
    static ConsumerSettings settings(
            StreamPath path, GortStreamsConfiguration options, String defaultName, String origin) {
        @Nullable String group = options.getGroup();
        if (group == null) {
            needsGroup("minIdle", options.getMinIdle());
            needsGroup("maxDeliveries", options.getMaxDeliveries() == 0 ? null : options.getMaxDeliveries());
            needsGroup("consumerName", options.getConsumerName());
            needsGroup("ackMode", options.getAckMode() == AckMode.AUTO ? null : options.getAckMode());
        }
        if (options.isBatching()) {
            checkTogetherWithBatching(options);
        }
        if (options.getOnLaneFailure() == OnLaneFailure.HOLD) {
            checkTogetherWithHold(options);
        }
        List<String> streams = path.forConsumer();
        UnaryOperator<String> deadLetterStream = deadLetterStream(options.getDeadLetterStream());
        if (options.getMaxDeliveries() > 0) {
            requireNames(deadLetterStream, streams);
            requireApart(options.getDeadLetterStream(), streams);
        }
        @Nullable String name = options.getConsumerName();
        return new ConsumerSettings(
                streams,
                group == null ? null : new GroupMember(group, name == null ? defaultName : name),
                groupStart(options.getGroupStart()),
                options.getBatchSize(),
                options.isBatching() ? options.getBatchTimeout() : null,
                options.getBlockTimeout(),
                options.getMaxInFlight(),
                options.getAckMode(),
                minIdle(options),
                options.getClaimInterval(),
                options.isKeepAlive(),
                options.getMaxProcessingTime(),
                options.getMaxDeliveries(),
                deadLetterStream,
                options.getDeadLetterLength(),
                options.getDiscoveryInterval(),
                options.getStaleMemberAge(),
                options.getLanes(),
                laneField(options.getLaneBy()),
                options.getOnLaneFailure(),
                ConsumerOptions::isMarker,
                origin);
    }

    private static void checkTogetherWithHold(GortStreamsConfiguration options) {
        needsGroup("onLaneFailure", options.getGroup() == null ? OnLaneFailure.HOLD : null);
        if (options.getLanes() == 0) {
            throw new IllegalArgumentException(
                    "onLaneFailure: HOLD (expected: CONTINUE with lanes=0, which has no order)");
        }
        if (options.getAckMode() == AckMode.NONE) {
            throw new IllegalArgumentException(
                    "onLaneFailure: HOLD (expected: CONTINUE with ackMode=NONE, as nothing is delivered twice)");
        }
        if (!options.isKeepAlive()) {
            throw new IllegalArgumentException(
                    "onLaneFailure: HOLD (expected: CONTINUE with keepAlive=false, as others would claim what waits)");
        }
        if (options.isBatching()) {
            throw new IllegalArgumentException(
                    "onLaneFailure: HOLD (expected: CONTINUE with batching, which has no lanes)");
        }
    }

    private static void checkTogetherWithBatching(GortStreamsConfiguration options) {
        if (options.getLanes() > 1) {
            throw new IllegalArgumentException(
                    "lanes: " + options.getLanes() + " (expected: 1, or 0 for no order, together with batching)");
        }
        if (options.getMaxDeliveries() == 1) {
            throw new IllegalArgumentException("maxDeliveries: 1 (expected: 2 or more, or 0, together with batching,"
                    + " as the last delivery of an entry is a batch of its own)");
        }
    }

    private static UnaryOperator<String> deadLetterStream(@Nullable String given) {
        return given == null ? StreamKeys::deadLetterFor : streamKey -> given;
    }

    /** Fails now rather than with the first dead letter. */
    private static void requireNames(UnaryOperator<String> deadLetterStream, List<String> streams) {
        for (String stream : streams) {
            if (stream.indexOf('*') < 0) {
                Objects.requireNonNull(deadLetterStream.apply(stream));
            }
        }
    }

    /** A dead letter that comes back as an entry would be given up again and again, and grow each time. */
    private static void requireApart(@Nullable String deadLetterStream, List<String> streams) {
        for (String stream : streams) {
            boolean comesBack =
                    deadLetterStream == null ? reads(stream, LETTER_OF_A_LETTER) : reads(stream, deadLetterStream);
            if (comesBack) {
                throw new IllegalArgumentException("deadLetterStream: " + deadLetterStream
                        + " (expected: a stream that is not read here, unlike by " + stream + ")");
            }
        }
    }

    private static boolean reads(String stream, String key) {
        if (stream.indexOf('*') < 0) {
            return stream.equals(key);
        }
        boolean hidden = key.startsWith(DEAD_LETTERS) && !stream.startsWith(DEAD_LETTERS);
        String expression = "\\Q" + stream.replace("*", "\\E.*\\Q") + "\\E";
        return !hidden && key.matches(expression);
    }

    private static boolean isMarker(StreamEntry entry) {
        return entry.fields().size() == 1
                && entry.fields().containsKey(MARKER_FIELD)
                && StreamName.find(entry.streamKey()).isPresent();
    }

    /** The field that chooses the lane; null if the stream does. */
    private static @Nullable String laneField(String laneBy) {
        if (laneBy.equals("stream")) {
            return null;
        }
        if (laneBy.startsWith(LANE_BY_FIELD) && laneBy.length() > LANE_BY_FIELD.length()) {
            return laneBy.substring(LANE_BY_FIELD.length());
        }
        throw new IllegalArgumentException("laneBy: " + laneBy + " (expected: stream or field:NAME)");
    }

    private static String groupStart(String start) {
        if (!start.equals("$")) {
            try {
                EntryId.parse(start);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("groupStart: " + start + " (expected: $, 0 or an entry id)", e);
            }
        }
        return start;
    }

    private static void needsGroup(String option, @Nullable Object value) {
        if (value != null) {
            throw new IllegalArgumentException(option + ": " + value + " (expected: only together with group)");
        }
    }
}
