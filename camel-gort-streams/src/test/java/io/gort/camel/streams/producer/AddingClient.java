package io.gort.camel.streams.producer;

import io.gort.camel.streams.consumer.FakeStreamClient;
import io.gort.camel.streams.entry.AddEntry;
import io.gort.camel.streams.entry.AddOutcome;
import io.gort.camel.streams.entry.EntryId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Notes which entries come together, as {@code stream/n}, and fails those that a test says. */
class AddingClient extends FakeStreamClient {

    /** What was sent, pipeline by pipeline. */
    final List<List<String>> pipelines = new ArrayList<>();

    /** What becomes of the entries of a stream, until a test takes it out. */
    final Map<String, AddOutcome> failing = new HashMap<>();

    /** What happens during the next round trips. */
    final Deque<Runnable> meanwhile = new ArrayDeque<>();

    private final AtomicLong ids = new AtomicLong();

    @Override
    public List<AddOutcome> addAll(List<AddEntry> entries) {
        pipelines.add(entries.stream().map(AddingClient::nameOf).toList());
        Runnable during = meanwhile.poll();
        if (during != null) {
            during.run();
        }
        return entries.stream()
                .map(entry -> failing.getOrDefault(
                        entry.streamKey(), new AddOutcome.Added(new EntryId(1, ids.incrementAndGet()))))
                .toList();
    }

    static String nameOf(AddEntry entry) {
        return entry.streamKey() + "/" + entry.fields().get("n");
    }
}
