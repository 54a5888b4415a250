package io.gort.camel.streams;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.GroupStart;
import io.gort.camel.streams.entry.StreamRequest;
import io.gort.camel.streams.entry.Trim;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * What the operations of a producer are asked for: a body that is a {@link StreamRequest} says it, else the headers do,
 * and where they are silent the options of the endpoint.
 *
 * @param exchange tells body and headers
 * @param options  the options of the endpoint
 * @param headers  reads the headers
 */
record OperationRequests(Exchange exchange, GortStreamsConfiguration options, HeaderValues headers) {

    private static final int DEFAULT_COUNT = 1_000;

    OperationRequests(Exchange exchange, GortStreamsConfiguration options) {
        this(exchange, options, new HeaderValues(exchange));
    }

    StreamRequest.Range range() {
        return asked(StreamRequest.Range.class, this::rangeOfHeaders);
    }

    private StreamRequest.Range rangeOfHeaders() {
        return new StreamRequest.Range(
                headers.idOrTime(GortStreamsConstants.FROM).map(IdOrTime::first).orElse(EntryId.ZERO),
                headers.idOrTime(GortStreamsConstants.TO).map(IdOrTime::last).orElse(EntryId.MAX),
                headers.count(DEFAULT_COUNT));
    }

    StreamRequest.DeadLetters deadLetters() {
        return asked(
                StreamRequest.DeadLetters.class,
                () -> new StreamRequest.DeadLetters(
                        rangeOfHeaders(), headers.flag(GortStreamsConstants.DRY_RUN, false)));
    }

    StreamRequest.Group group() {
        return asked(StreamRequest.Group.class, () -> new StreamRequest.Group(groupName()));
    }

    /** Which pending entries are asked for; empty if all of the group are, added up. */
    Optional<StreamRequest.Pending> somePending() {
        boolean some = exchange.getMessage().getBody() instanceof StreamRequest request
                ? request instanceof StreamRequest.Pending
                : choosesPendingEntries();
        return some ? Optional.of(asked(StreamRequest.Pending.class, this::pendingOfHeaders)) : Optional.empty();
    }

    private boolean choosesPendingEntries() {
        return headers.isGiven(GortStreamsConstants.FROM)
                || headers.isGiven(GortStreamsConstants.TO)
                || headers.isGiven(GortStreamsConstants.COUNT)
                || headers.isGiven(GortStreamsConstants.MIN_IDLE)
                || OwnHeaders.instruction(exchange, GortStreamsConstants.CONSUMER_NAME) != null;
    }

    private StreamRequest.Pending pendingOfHeaders() {
        Duration minIdle = headers.duration(GortStreamsConstants.MIN_IDLE);
        return new StreamRequest.Pending(
                groupName(),
                OwnHeaders.instruction(exchange, GortStreamsConstants.CONSUMER_NAME),
                minIdle == null ? Duration.ZERO : minIdle,
                rangeOfHeaders());
    }

    StreamRequest.CreateGroup createGroup() {
        return asked(
                StreamRequest.CreateGroup.class,
                () -> new StreamRequest.CreateGroup(
                        groupName(),
                        groupStart().orElseGet(() -> start("groupStart", options.getGroupStart())),
                        headers.flag(GortStreamsConstants.MAKE_STREAM, true)));
    }

    /** The option groupStart does not count: its default would let the group pass over what it has not read yet. */
    StreamRequest.RewindGroup rewindGroup() {
        return asked(
                StreamRequest.RewindGroup.class,
                () -> new StreamRequest.RewindGroup(
                        groupName(),
                        groupStart()
                                .orElseThrow(() -> HeaderValues.refused(
                                        GortStreamsConstants.GROUP_START, null, "$ or " + IdOrTime.EXPECTED, null))));
    }

    private Optional<GroupStart> groupStart() {
        Object value = headers.raw(GortStreamsConstants.GROUP_START);
        return value == null ? Optional.empty() : Optional.of(start(GortStreamsConstants.GROUP_START, value));
    }

    private static GroupStart start(String name, Object value) {
        return value.toString().trim().equals("$")
                ? GroupStart.END
                : IdOrTime.of(name, value).start();
    }

    StreamRequest.Entries entries() {
        return asked(StreamRequest.Entries.class, () -> new StreamRequest.Entries(idsOfHeader()));
    }

    StreamRequest.Acknowledge acknowledge() {
        return asked(StreamRequest.Acknowledge.class, () -> new StreamRequest.Acknowledge(groupName(), idsOfHeader()));
    }

    private List<EntryId> idsOfHeader() {
        if (!headers.isGiven(GortStreamsConstants.ENTRY_ID)) {
            throw HeaderValues.refused(GortStreamsConstants.ENTRY_ID, null, "entry ids", null);
        }
        return headers.ids();
    }

    /** By the ids in the header if there are any that somebody else has put there, else by idle time. */
    StreamRequest.Claim claim() {
        return asked(StreamRequest.Claim.class, () -> {
            Duration minIdle = headers.duration(GortStreamsConstants.MIN_IDLE);
            return new StreamRequest.Claim(
                    new GroupMember(groupName(), name(GortStreamsConstants.CONSUMER_NAME, options.getConsumerName())),
                    minIdle == null ? ConsumerOptions.minIdle(options) : minIdle,
                    OwnHeaders.entryIdInstruction(exchange) == null ? List.of() : headers.ids(),
                    headers.count(DEFAULT_COUNT));
        });
    }

    /** How one stream is to be trimmed: by headers or options, else by what is usual for its data type. */
    StreamRequest.Cut trim(String streamKey) {
        return asked(StreamRequest.Cut.class, () -> new StreamRequest.Cut(trimOf(streamKey)));
    }

    private Trim trimOf(String streamKey) {
        boolean exact = trimMode() == TrimMode.exact;
        return TrimChoice.of(options)
                .orAsSaidBy(headers)
                .toLimit(streamKey, exact)
                .orElseThrow(() -> HeaderValues.refused(
                        GortStreamsConstants.MAX_LENGTH,
                        null,
                        "it or " + GortStreamsConstants.MAX_AGE + ", or the option maxLength or maxAge, as " + streamKey
                                + " has no usual length",
                        null));
    }

    /** Up to where a stream is to be emptied. Exactly there, unless it is said that about there will do. */
    StreamRequest.Cut olderThan() {
        return asked(StreamRequest.Cut.class, () -> new StreamRequest.Cut(olderThanOfHeaders()));
    }

    private Trim olderThanOfHeaders() {
        boolean exact = trimMode() != TrimMode.approximate;
        Optional<IdOrTime> place = headers.idOrTime(GortStreamsConstants.OLDER_THAN);
        Duration age = headers.age();
        if (place.isPresent() && age != null) {
            throw HeaderValues.refused(
                    GortStreamsConstants.OLDER_THAN,
                    headers.raw(GortStreamsConstants.OLDER_THAN),
                    "none together with " + GortStreamsConstants.MAX_AGE,
                    null);
        }
        if (place.isPresent()) {
            return new Trim.ToId(place.get().first(), exact);
        }
        Duration maxAge = age == null ? options.getMaxAge() : age;
        if (maxAge == null) {
            throw HeaderValues.refused(
                    GortStreamsConstants.OLDER_THAN,
                    null,
                    IdOrTime.EXPECTED + ", or an age in " + GortStreamsConstants.MAX_AGE + " or the option maxAge",
                    null);
        }
        return new Trim.ToAge(maxAge, exact);
    }

    private @Nullable TrimMode trimMode() {
        TrimMode mode = headers.trimMode();
        if (mode == TrimMode.none) {
            throw HeaderValues.refused(GortStreamsConstants.TRIM, mode, "approximate or exact", null);
        }
        if (mode == null && options.getTrim() == TrimMode.none) {
            throw HeaderValues.refused("trim", TrimMode.none, "approximate or exact for this operation", null);
        }
        return mode == null ? options.getTrim() : mode;
    }

    private String groupName() {
        return name(GortStreamsConstants.GROUP, options.getGroup());
    }

    /** An instruction in the header, else the option, else what the consumer of this route told about itself. */
    private String name(String header, @Nullable String option) {
        String instruction = OwnHeaders.instruction(exchange, header);
        String name = instruction != null ? instruction : option != null ? option : headers.text(header);
        if (name == null || name.isBlank()) {
            String optionName = header.equals(GortStreamsConstants.GROUP) ? "group" : "consumerName";
            throw HeaderValues.refused(header, null, "a name, here or in the option " + optionName, null);
        }
        return name;
    }

    private <R extends StreamRequest> R asked(Class<R> type, Supplier<R> fromHeaders) {
        Object body = exchange.getMessage().getBody();
        if (type.isInstance(body)) {
            return type.cast(body);
        }
        if (body instanceof StreamRequest other) {
            throw new IllegalArgumentException(
                    "body: " + other + " (expected: a " + type.getSimpleName() + " for this operation, or headers)");
        }
        return fromHeaders.get();
    }
}
