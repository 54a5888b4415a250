package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.StreamInfo;
import io.gort.camel.streams.redis.PermissionDeniedException;
import io.gort.camel.streams.redis.RedisStreamException;
import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.redis.WrongTypeException;
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

    private static final Duration RETRY_STREAMS_AFTER = Duration.ofSeconds(1);

    private final ConsumerSettings settings;
    private final StreamClient client;
    private final StreamSet streams;
    private final Capacity capacity;
    private final Dispatcher dispatcher;
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
            Dispatcher dispatcher,
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
            settingAside(streamKey, () -> seen.putIfAbsent(streamKey, end(streamKey)));
        }
        prepared = true;
    }

    @Override
    public void step() throws InterruptedException {
        if (!prepared) {
            prepare();
        }
        discover();
        retryStreamsSetAside();
        int room = capacity.awaitRoom(settings.blockTimeout());
        List<String> readable = streams.readable();
        if (room == 0 || !gate.isOpen()) {
            return;
        }
        if (readable.isEmpty()) {
            gate.pause(shorter(untilDiscovery(), RETRY_STREAMS_AFTER));
            return;
        }
        ReadPlan.Read read = plan.next(readable, room, untilDiscovery());
        try {
            read(read);
        } catch (WrongTypeException | PermissionDeniedException e) {
            findTheBadOne(read.streamKeys(), e);
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

    private void read(ReadPlan.Read read) throws InterruptedException {
        Map<String, EntryId> after = new LinkedHashMap<>();
        read.streamKeys().forEach(key -> after.put(key, seen.getOrDefault(key, EntryId.ZERO)));
        for (StreamEntry entry : connection.reader().readAfter(after, read.count(), read.block())) {
            if (!dispatcher.entry(entry, 1)) {
                return; // read again once the consumer is resumed
            }
            seen.put(entry.streamKey(), entry.id());
        }
    }

    /** An error that does not say which stream it is about: reads them one by one. */
    private void findTheBadOne(List<String> streamKeys, RedisStreamException reason) throws InterruptedException {
        boolean found = false;
        for (String streamKey : streamKeys) {
            try {
                read(new ReadPlan.Read(List.of(streamKey), 1, Duration.ZERO));
            } catch (WrongTypeException | PermissionDeniedException e) {
                streams.setAside(streamKey, e);
                found = true;
            }
        }
        if (!found) {
            throw reason;
        }
    }

    /** A stream that was made anew in the meantime is read from its beginning. */
    private void retryStreamsSetAside() {
        for (String streamKey : streams.dueForRetry()) {
            settingAside(streamKey, () -> {
                EntryId last = end(streamKey);
                seen.computeIfPresent(streamKey, (key, id) -> last.isBefore(id) ? EntryId.ZERO : id);
                streams.works(streamKey);
            });
        }
    }

    private void settingAside(String streamKey, Runnable action) {
        try {
            action.run();
        } catch (WrongTypeException | PermissionDeniedException e) {
            streams.setAside(streamKey, e);
        }
    }

    private EntryId end(String streamKey) {
        return client.streamInfo(streamKey).map(StreamInfo::lastGeneratedId).orElse(EntryId.ZERO);
    }

    private void discover() {
        if (streams.hasPatterns() && !clock.instant().isBefore(nextDiscovery)) {
            nextDiscovery = clock.instant().plus(settings.discoveryInterval());
            streams.discover();
            seen.keySet().retainAll(streams.all());
        }
    }

    private Duration untilDiscovery() {
        if (!streams.hasPatterns()) {
            return settings.blockTimeout();
        }
        Duration wait = Duration.between(clock.instant(), nextDiscovery);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
