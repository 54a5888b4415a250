package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.StreamInfo;
import io.gort.camel.streams.redis.StreamClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads without a group: every consumer sees every entry from its start on. The end of each stream is resolved to an id
 * once, and each read goes on after the last id seen, so that nothing is skipped between two reads.
 */
final class TailReading implements Reading {

    private final ConsumerSettings settings;
    private final StreamClient client;
    private final StreamSet streams;
    private final Capacity capacity;
    private final InOrderDispatcher dispatcher;
    private final Gate gate;
    private final ReaderConnection connection;
    private final ReadPlan plan;
    private final Clock clock;
    private final Map<String, EntryId> seen = new LinkedHashMap<>();
    private Instant nextDiscovery = Instant.MIN;
    private boolean prepared;

    TailReading(
            ConsumerSettings settings,
            StreamClient client,
            StreamSet streams,
            Capacity capacity,
            InOrderDispatcher dispatcher,
            Gate gate,
            Clock clock) {
        this.settings = settings;
        this.client = client;
        this.streams = streams;
        this.capacity = capacity;
        this.dispatcher = dispatcher;
        this.gate = gate;
        this.connection = new ReaderConnection(client, gate);
        this.plan = new ReadPlan(settings.batchSize(), settings.blockTimeout());
        this.clock = clock;
    }

    @Override
    public void prepare() {
        streams.discover();
        nextDiscovery = clock.instant().plus(settings.discoveryInterval());
        for (String streamKey : streams.all()) {
            seen.put(
                    streamKey,
                    client.streamInfo(streamKey)
                            .map(StreamInfo::lastGeneratedId)
                            .orElse(EntryId.ZERO));
        }
        prepared = true;
    }

    @Override
    public void step() throws InterruptedException {
        if (!prepared) {
            prepare();
        }
        discover();
        int room = capacity.awaitRoom(settings.blockTimeout());
        List<String> readable = streams.readable();
        if (room == 0 || !gate.isOpen()) {
            return;
        }
        if (readable.isEmpty()) {
            gate.pause(untilDiscovery());
            return;
        }
        ReadPlan.Read read = plan.next(readable, room, untilDiscovery());
        Map<String, EntryId> after = new LinkedHashMap<>();
        read.streamKeys().forEach(key -> after.put(key, seen.getOrDefault(key, EntryId.ZERO)));
        for (StreamEntry entry : connection.reader().readAfter(after, read.count(), read.block())) {
            if (!dispatcher.entry(entry, 1)) {
                return; // read again once the consumer is resumed
            }
            seen.put(entry.streamKey(), entry.id());
        }
    }

    @Override
    public void reset() {
        connection.close();
    }

    @Override
    public void breakOff() {
        connection.close();
    }

    private void discover() {
        if (streams.hasPatterns() && !clock.instant().isBefore(nextDiscovery)) {
            nextDiscovery = clock.instant().plus(settings.discoveryInterval());
            streams.discover();
        }
    }

    private Duration untilDiscovery() {
        if (!streams.hasPatterns()) {
            return settings.blockTimeout();
        }
        Duration wait = Duration.between(clock.instant(), nextDiscovery);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
