package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.StreamInfo;
import io.gort.camel.streams.redis.PermissionDeniedException;
import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.redis.WrongTypeException;
import java.time.Clock;
import java.time.Duration;
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
    private final Dispatcher dispatcher;
    private final Gate gate;
    private final ReaderConnection connection;
    private final ReadPlan plan;
    private final Discovery discovery;
    private final StreamByStream streamByStream;
    private final Map<String, EntryId> seen = new LinkedHashMap<>();
    private boolean prepared;

    TailReading(
            ConsumerSettings settings,
            StreamClient client,
            StreamSet streams,
            Dispatcher dispatcher,
            Gate gate,
            Clock clock) {
        this.settings = settings;
        this.client = client;
        this.streams = streams;
        this.dispatcher = dispatcher;
        this.gate = gate;
        this.connection = new ReaderConnection(client, gate);
        this.plan = new ReadPlan(settings.batchSize(), settings.blockTimeout());
        this.discovery = new Discovery(
                streams,
                settings.discoveryInterval(),
                clock,
                known -> seen.keySet().retainAll(known));
        this.streamByStream = new StreamByStream(streams);
    }

    @Override
    public void prepare() {
        discovery.now();
        for (String streamKey : streams.all()) {
            streamByStream.settingAside(streamKey, () -> seen.putIfAbsent(streamKey, end(streamKey)));
        }
        prepared = true;
    }

    @Override
    public void step() throws InterruptedException {
        dispatcher.handOnWhatIsDue();
        if (!prepared) {
            prepare();
        }
        discovery.ifDue();
        retryStreamsSetAside();
        int room = dispatcher.awaitRoom(settings.blockTimeout());
        List<String> readable = streams.readable();
        if (room == 0 || !gate.isOpen()) {
            return;
        }
        if (readable.isEmpty()) {
            gate.pause(dispatcher.until(discovery.until(RETRY_STREAMS_AFTER)));
            return;
        }
        ReadPlan.Read read = plan.next(readable, room, dispatcher.until(discovery.until(settings.blockTimeout())));
        try {
            read(read);
        } catch (WrongTypeException | PermissionDeniedException e) {
            streamByStream.findTheBadOne(
                    read.streamKeys(), e, key -> read(new ReadPlan.Read(List.of(key), 1, Duration.ZERO)));
        }
    }

    @Override
    public void windUp() throws InterruptedException {
        dispatcher.windUp();
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

    /** A stream that was made anew in the meantime is read from its beginning. */
    private void retryStreamsSetAside() {
        for (String streamKey : streams.dueForRetry()) {
            streamByStream.settingAside(streamKey, () -> {
                EntryId last = end(streamKey);
                seen.computeIfPresent(streamKey, (key, id) -> last.isBefore(id) ? EntryId.ZERO : id);
                streams.works(streamKey);
            });
        }
    }

    private EntryId end(String streamKey) {
        return client.streamInfo(streamKey).map(StreamInfo::lastGeneratedId).orElse(EntryId.ZERO);
    }
}
