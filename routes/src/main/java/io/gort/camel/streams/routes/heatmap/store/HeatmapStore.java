package io.gort.camel.streams.routes.heatmap.store;

import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.redis.ServerScript;
import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.routes.heatmap.TimeBuckets;
import io.gort.camel.streams.trade.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The heatmap state of one symbol in Redis. For each interval time is cut into buckets ({@link TimeBuckets}); each bucket
 * has the volumes of its price levels, as {@link VolumeLines}. For each minute there is a hash of the entries that were
 * counted, with the intervals in which they were ({@link Mark}). One script tests the hash, notes the entry there and
 * appends the amounts, so that an entry counts once in each interval however often, in which order and by whichever member
 * it is applied. Amounts are integers of micro-USD.
 *
 * <p>Safe for several threads and processes.
 */
public final class HeatmapStore {

    private static final ServerScript ADD = ServerScript.nextTo(HeatmapStore.class, "add");
    private static final ServerScript APPLY = ServerScript.nextTo(HeatmapStore.class, "apply");
    private static final ServerScript READ = ServerScript.nextTo(HeatmapStore.class, "read");

    /** The reply of a script begins with so many counts. */
    private static final int COUNTS = 3;

    private final StreamClient client;
    private final HeatmapSettings settings;
    private final StateKeys keys;
    private final VolumeFolder folder;

    /** Where to look first; any value will do. */
    private volatile long lastClock;

    public HeatmapStore(StreamClient client, HeatmapSettings settings) {
        this.client = client;
        this.settings = settings;
        this.keys = StateKeys.of(settings.symbol(), settings.grid());
        this.folder = new VolumeFolder(client, keys.head());
    }

    /**
     * Counts entries, in one step on the server. When it returns, their state is stored; after an error it may be
     * called again with the same ones.
     *
     * @throws InvalidEntryException if the symbol of one is another; none is counted then
     */
    public Applied apply(List<LiquidationEntry> entries) {
        if (entries.isEmpty()) {
            return new Applied(0, 0, 0);
        }
        entries.forEach(this::requireSymbol);
        AddCall add = new AddCall(settings, keys, entries);
        if (add.eachOnce()) {
            List<String> reply = client.evaluate(ADD, add.keys(), add.arguments());
            if (!reply.isEmpty()) {
                return applied(reply, add.keys());
            }
        }
        ApplyCall apply = new ApplyCall(settings, keys, entries);
        return applied(client.evaluate(APPLY, apply.keys(), apply.arguments()), apply.keys());
    }

    /** Reads what a script counted, and folds what has become long by it. */
    private Applied applied(List<String> reply, List<String> touched) {
        if (reply.size() > COUNTS) {
            folder.fold(reply.subList(COUNTS, reply.size()).stream()
                    .map(number -> touched.get(Integer.parseInt(number) - 1))
                    .toList());
        }
        return new Applied(Long.parseLong(reply.get(0)), Long.parseLong(reply.get(1)), Long.parseLong(reply.get(2)));
    }

    /** What the window of an interval holds now; empty if nothing was counted for the symbol for as long as it is kept. */
    public Optional<StoredState> read(Interval interval) {
        while (true) {
            StateReply reply = ask(interval, lastClock);
            if (reply.isEmpty()) {
                return Optional.empty();
            }
            lastClock = reply.clock();
            if (reply.coversItsWindow()) {
                return Optional.of(new StoredState(reply.state(settings.symbol()), reply.version()));
            }
            // we have learnt the clock; this goes on only if it moves by a whole window meanwhile
        }
    }

    /** The version of what is counted for the symbol; empty for none. It is cheaper to ask than to read a window. */
    public OptionalLong version() {
        StateReply head =
                new StateReply(settings.intervals().get(0), 0, client.evaluate(READ, List.of(keys.head()), List.of()));
        return head.isEmpty() ? OptionalLong.empty() : OptionalLong.of(head.version());
    }

    /** The key that holds the symbol's clock, version and counts of late entries. */
    public String head() {
        return keys.head();
    }

    /** A key of the symbol that one publisher of its heatmaps holds at a time. */
    public String publisherLease() {
        return keys.head() + ":publisher";
    }

    /** Asks for the window of a clock and as much again, in case the clock has moved on. */
    private StateReply ask(Interval interval, long clock) {
        TimeBuckets cut = TimeBuckets.of(interval);
        long first = cut.oldestBucket(clock);
        List<String> all = new ArrayList<>();
        all.add(keys.head());
        for (long bucket = first; bucket < first + 2L * cut.count(); bucket++) {
            all.add(keys.volumes(interval, bucket));
        }
        return new StateReply(interval, first, client.evaluate(READ, all, List.of()));
    }

    private void requireSymbol(LiquidationEntry entry) {
        if (!entry.event().symbol().equals(settings.symbol())) {
            throw new InvalidEntryException(
                    "liquidation event",
                    List.of("symbol: " + entry.event().symbol() + " (expected: " + settings.symbol() + ")"));
        }
    }
}
