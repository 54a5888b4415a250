package io.gort.camel.streams.component;

import static io.gort.camel.streams.component.OperationSample.on;
import static io.gort.camel.streams.component.OperationSample.onDeadLetters;

import io.gort.camel.streams.GortStreamsOperation;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.GroupStart;
import io.gort.camel.streams.entry.StreamRequest;
import io.gort.camel.streams.entry.Trim;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** At least one sample of each operation. */
final class OperationSamples {

    private static final EntryId ONE = new EntryId(1, 0);
    private static final EntryId TWO = new EntryId(2, 0);
    private static final EntryId THREE = new EntryId(3, 0);
    private static final GroupMember BOB = new GroupMember("g", "bob");

    private OperationSamples() {}

    static List<OperationSample> all() {
        return List.of(
                on(
                        GortStreamsOperation.add,
                        Map.of("n", "6"),
                        Map.of("EntryId", "6-0"),
                        "${header.CamelGortStreamsEntryId} ${header.CamelGortStreamsStreamKey}",
                        "6-0 %s"),
                on(GortStreamsOperation.length, null, Map.of(), "${body}", "5"),
                on(
                        GortStreamsOperation.info,
                        null,
                        Map.of(),
                        "${body.length} ${body.firstId} ${body.lastGeneratedId} ${body.groups} ${body.exists}",
                        "5 1-0 5-0 2 true"),
                on(
                        GortStreamsOperation.groups,
                        null,
                        Map.of(),
                        "${body[0].name} ${body[0].consumers} ${body[0].pending} ${body[0].lastDeliveredId} ${body[0].lag}",
                        "g 1 4 3-0 2"),
                on(
                        GortStreamsOperation.consumers,
                        new StreamRequest.Group("g"),
                        Map.of("Group", "g"),
                        "${body.size} ${body[0].name} ${body[0].pending}",
                        "1 alice 4"),
                on(
                        GortStreamsOperation.pending,
                        new StreamRequest.Group("g"),
                        Map.of("Group", "g"),
                        "${body.count} ${body.smallestId} ${body.largestId} ${body.members[alice]}",
                        "4 1-0 3-0 4"),
                on(
                        GortStreamsOperation.pending,
                        new StreamRequest.Pending(
                                "g", "alice", Duration.ZERO, new StreamRequest.Range(TWO, EntryId.MAX, 1)),
                        Map.of("Group", "g", "ConsumerName", "alice", "From", "2-0", "Count", 1),
                        "${body.entries[0].id} ${body.entries[0].consumer} ${body.entries[0].deliveryCount} ${body.next}",
                        "2-0 alice 1 2-5"),
                on(
                        GortStreamsOperation.range,
                        new StreamRequest.Range(TWO, EntryId.MAX, 2),
                        Map.of("From", "2-0", "Count", 2),
                        "${body.entries.size} ${body.entries[0].fields[n]} ${body.next}",
                        "2 2 4-0"),
                on(
                        GortStreamsOperation.revRange,
                        new StreamRequest.Range(TWO, new EntryId(4, 0), 2),
                        Map.of("From", "2-0", "To", "4-0", "Count", 2),
                        "${body.entries.size} ${body.entries[0].id} ${body.next}",
                        "2 4-0 2-0"),
                on(
                        GortStreamsOperation.trim,
                        new StreamRequest.Cut(new Trim.ToLength(2, true)),
                        Map.of("MaxLength", 2, "Trim", "exact"),
                        "${body.deleted} ${body.streams[0].streamKey} ${body.streams[0].deleted}",
                        "3 %s 3"),
                new OperationSample(
                        GortStreamsOperation.trim,
                        "%s*",
                        new StreamRequest.Cut(new Trim.ToLength(2, true)),
                        Map.of("MaxLength", 2, "Trim", "exact"),
                        "${body.deleted} ${body.streams.size} ${body.streams[0].streamKey}",
                        "3 1 %s"),
                on(
                        GortStreamsOperation.deleteOlderThan,
                        new StreamRequest.Cut(new Trim.ToId(THREE, true)),
                        Map.of("OlderThan", "3-0"),
                        "${body.deleted}",
                        "2"),
                new OperationSample(
                        GortStreamsOperation.deleteOlderThan,
                        "%s*,dead-letter:{%<s}",
                        new StreamRequest.Cut(new Trim.ToAge(Duration.ofDays(1), true)),
                        Map.of("MaxAge", "1d"),
                        "${body.deleted} ${body.streams.size}",
                        "7 2"),
                on(
                        GortStreamsOperation.delete,
                        new StreamRequest.Entries(List.of(ONE, new EntryId(9, 0))),
                        Map.of("EntryId", "1-0,9-0"),
                        "${body}",
                        "1"),
                on(
                        GortStreamsOperation.createGroup,
                        new StreamRequest.CreateGroup("new", GroupStart.after(TWO), false),
                        Map.of("Group", "new", "GroupStart", "2-0", "MakeStream", false),
                        "${body}",
                        "true"),
                on(
                        GortStreamsOperation.destroyGroup,
                        new StreamRequest.Group("g"),
                        Map.of("Group", "g"),
                        "${body}",
                        "true"),
                on(
                        GortStreamsOperation.rewindGroup,
                        new StreamRequest.RewindGroup("g", GroupStart.after(ONE)),
                        Map.of("Group", "g", "GroupStart", "1-0"),
                        "${body.before} ${body.group.lastDeliveredId} ${body.group.pending}",
                        "3-0 1-0 4"),
                on(
                        GortStreamsOperation.acknowledge,
                        new StreamRequest.Acknowledge("g", List.of(ONE, TWO, new EntryId(5, 0))),
                        Map.of("Group", "g", "EntryId", List.of("1-0", "2-0", "5-0")),
                        "${body}",
                        "2"),
                on(
                        GortStreamsOperation.claim,
                        new StreamRequest.Claim(BOB, Duration.ZERO, List.of(TWO), 1),
                        Map.of("Group", "g", "ConsumerName", "bob", "MinIdle", 0, "EntryId", "2-0"),
                        "${body.entries[0].entry.id} ${body.entries[0].deliveryCount} ${body.trimmed.size}",
                        "2-0 2 0"),
                on(
                        GortStreamsOperation.claim,
                        new StreamRequest.Claim(BOB, Duration.ZERO, List.of(), 3),
                        Map.of("Group", "g", "ConsumerName", "bob", "MinIdle", "0s", "Count", 3),
                        "${body.entries.size} ${body.entries[1].entry.fields[n]} ${body.trimmed[0]}",
                        "2 2 2-5"),
                onDeadLetters(
                        GortStreamsOperation.replayDeadLetters,
                        new StreamRequest.DeadLetters(StreamRequest.Range.ALL, true),
                        Map.of("DryRun", true),
                        "${body[0].outcome} ${body[0].entryId} ${body[1].outcome}",
                        "PUT_BACK 4-0 ADDED"),
                onDeadLetters(
                        GortStreamsOperation.replayDeadLetters,
                        new StreamRequest.DeadLetters(StreamRequest.Range.ALL, false),
                        Map.of(),
                        "${body.size} ${body[0].outcome} ${body[1].outcome} ${body[1].streamKey}",
                        "2 PUT_BACK ADDED %s"),
                onDeadLetters(
                        GortStreamsOperation.purgeDeadLetters,
                        new StreamRequest.DeadLetters(new StreamRequest.Range(EntryId.ZERO, ONE, 5), false),
                        Map.of("To", "1-0"),
                        "${body}",
                        "1"),
                new OperationSample(
                        GortStreamsOperation.cacheHeatmap,
                        "heatmap",
                        Records.heatmap("BTCUSDT"),
                        Map.of(),
                        "${body.symbol}",
                        "BTCUSDT"),
                new OperationSample(
                        GortStreamsOperation.getHeatmap,
                        "heatmap:BTCUSDT",
                        null,
                        Map.of("Interval", "15m"),
                        "${body.symbol}",
                        "BTCUSDT"),
                on(GortStreamsOperation.ping, "as before", Map.of(), "${body}", "as before"));
    }
}
