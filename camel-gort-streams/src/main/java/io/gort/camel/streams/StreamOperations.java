package io.gort.camel.streams;

import io.gort.camel.streams.entry.Page;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.StreamInfo;
import io.gort.camel.streams.entry.StreamRequest;
import io.gort.camel.streams.entry.TrimResult;
import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.trade.HeatmapCacheKey;
import io.gort.camel.streams.trade.HeatmapData;
import io.gort.camel.streams.trade.StreamName;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * Does what {@link GortStreamsOperation} names other than adding entries: each takes its input from the message and
 * leaves its result there.
 */
record StreamOperations(GortStreamsConfiguration options, StreamClient client, String path) {

    void run(GortStreamsOperation operation, Exchange exchange) throws Exception {
        OperationTarget target = OperationTarget.of(path, operation, exchange);
        OperationRequests asked = new OperationRequests(exchange, options);
        Message message = exchange.getMessage();
        switch (operation) {
            case add -> throw new IllegalArgumentException("add is not done here");
            case length -> message.setBody(client.length(target.one()));
            case info -> message.setBody(client.streamInfo(target.one()).orElse(StreamInfo.ABSENT));
            case groups -> message.setBody(client.groups(target.one()));
            case consumers ->
                message.setBody(client.members(target.one(), asked.group().group()));
            case pending -> message.setBody(pending(target.one(), asked));
            case range -> message.setBody(range(target.one(), asked.range()));
            case revRange -> message.setBody(reverseRange(target.one(), asked.range()));
            case trim -> message.setBody(new TrimOperations(client).trim(target.all(client), asked::trim));
            case deleteOlderThan -> message.setBody(deleteOlderThan(target, asked.olderThan()));
            case delete ->
                message.setBody(client.delete(target.one(), asked.entries().ids()));
            case createGroup -> message.setBody(groups(target).create(asked.createGroup()));
            case destroyGroup ->
                message.setBody(client.destroyGroup(target.one(), asked.group().group()));
            case rewindGroup -> message.setBody(groups(target).rewind(asked.rewindGroup()));
            case acknowledge -> message.setBody(acknowledge(target.one(), asked.acknowledge()));
            case claim -> message.setBody(groups(target).claim(asked.claim()));
            case replayDeadLetters -> message.setBody(deadLetters(target).replay(asked.deadLetters()));
            case purgeDeadLetters -> message.setBody(deadLetters(target).purge(asked.deadLetters()));
            case cacheHeatmap -> heatmapCache().put(message.getMandatoryBody(HeatmapData.class));
            case getHeatmap ->
                message.setBody(heatmapCache()
                        .get(symbol(target), message.getHeader(GortStreamsConstants.INTERVAL, String.class))
                        .orElse(null));
            case ping -> client.ping();
        }
    }

    private TrimResult deleteOlderThan(OperationTarget target, StreamRequest.Cut cut) {
        return new TrimOperations(client).trim(target.all(client), any -> cut);
    }

    private Object pending(String streamKey, OperationRequests asked) {
        return asked.somePending()
                .<Object>map(some -> new GroupOperations(client, streamKey).pending(some))
                .orElseGet(() -> client.pendingSummary(streamKey, asked.group().group()));
    }

    private Page<StreamEntry> range(String streamKey, StreamRequest.Range range) {
        return Page.of(
                client.range(streamKey, range.from(), range.to(), range.count() + 1), range.count(), StreamEntry::id);
    }

    private Page<StreamEntry> reverseRange(String streamKey, StreamRequest.Range range) {
        return Page.of(
                client.reverseRange(streamKey, range.from(), range.to(), range.count() + 1),
                range.count(),
                StreamEntry::id);
    }

    private long acknowledge(String streamKey, StreamRequest.Acknowledge request) {
        return client.acknowledge(streamKey, request.group(), request.ids());
    }

    private GroupOperations groups(OperationTarget target) {
        return new GroupOperations(client, target.one());
    }

    private DeadLetterOperations deadLetters(OperationTarget target) {
        return new DeadLetterOperations(client, target.one());
    }

    private @Nullable String symbol(OperationTarget target) {
        return StreamName.find(target.path())
                .map(StreamName::symbol)
                .orElseGet(() -> target.exchange().getMessage().getHeader(GortStreamsConstants.SYMBOL, String.class));
    }

    private HeatmapCache heatmapCache() {
        return new HeatmapCache(
                client, new HeatmapCacheKey(options.getHeatmapCacheKey()), options.getHeatmapGeneration());
    }
}
