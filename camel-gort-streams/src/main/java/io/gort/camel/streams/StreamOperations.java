package io.gort.camel.streams;

import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.trade.HeatmapCacheKey;
import io.gort.camel.streams.trade.HeatmapData;
import io.gort.camel.streams.trade.StreamName;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Does what {@link GortStreamsOperation} names other than adding entries: each takes its input from the message and leaves its result there. */
record StreamOperations(GortStreamsConfiguration options, StreamClient client, String path) {

    void run(GortStreamsOperation operation, Exchange exchange) throws Exception {
        Message message = exchange.getMessage();
        switch (operation) {
            case add -> throw new IllegalArgumentException("add is not done here");
            case length -> message.setBody(client.length(streamKey(exchange)));
            case replayDeadLetters ->
                message.setBody(new DeadLetterOperations(client).replay(streamKey(exchange), message));
            case purgeDeadLetters ->
                message.setBody(new DeadLetterOperations(client).purge(streamKey(exchange), message));
            case cacheHeatmap -> heatmapCache().put(message.getMandatoryBody(HeatmapData.class));
            case getHeatmap ->
                message.setBody(heatmapCache()
                        .get(symbol(exchange), message.getHeader(GortStreamsConstants.INTERVAL, String.class))
                        .orElse(null));
            case ping -> client.ping();
        }
    }

    private String streamKey(Exchange exchange) {
        String instruction = OwnHeaders.streamKeyInstruction(exchange);
        return instruction == null ? path : instruction;
    }

    private @Nullable String symbol(Exchange exchange) {
        return StreamName.find(streamKey(exchange))
                .map(StreamName::symbol)
                .orElseGet(() -> exchange.getMessage().getHeader(GortStreamsConstants.SYMBOL, String.class));
    }

    private HeatmapCache heatmapCache() {
        return new HeatmapCache(
                client, new HeatmapCacheKey(options.getHeatmapCacheKey()), options.getHeatmapGeneration());
    }
}
