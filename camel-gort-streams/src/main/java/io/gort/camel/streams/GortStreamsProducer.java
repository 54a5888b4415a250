package io.gort.camel.streams;

import io.gort.camel.streams.entry.AddEntry;
import io.gort.camel.streams.entry.AddOutcome;
import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.trade.HeatmapCacheKey;
import io.gort.camel.streams.trade.HeatmapData;
import io.gort.camel.streams.trade.StreamName;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;
import org.jspecify.annotations.Nullable;

/** Adds entries to streams, and does the other things that {@link GortStreamsOperation} names. */
public class GortStreamsProducer extends DefaultProducer {

    private final String path;
    private final BodyEntries bodyEntries;
    private @Nullable StreamClient client;

    public GortStreamsProducer(GortStreamsEndpoint endpoint) {
        super(endpoint);
        GortStreamsConfiguration options = endpoint.getConfiguration();
        this.path = endpoint.path().forProducer();
        this.bodyEntries = new BodyEntries(
                path,
                options,
                new HeaderFields(ProducerOptions.headersAsFields(options), endpoint.getHeaderFilterStrategy()));
    }

    @Override
    public GortStreamsEndpoint getEndpoint() {
        return (GortStreamsEndpoint) super.getEndpoint();
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        Message message = exchange.getMessage();
        switch (operation(message)) {
            case add -> add(exchange);
            case length -> message.setBody(client().length(streamKey(exchange)));
            case replayDeadLetters ->
                message.setBody(new DeadLetterOperations(client()).replay(streamKey(exchange), message));
            case purgeDeadLetters ->
                message.setBody(new DeadLetterOperations(client()).purge(streamKey(exchange), message));
            case cacheHeatmap -> heatmapCache().put(message.getMandatoryBody(HeatmapData.class));
            case getHeatmap ->
                message.setBody(heatmapCache()
                        .get(symbol(exchange), message.getHeader(GortStreamsConstants.INTERVAL, String.class))
                        .orElse(null));
            case ping -> client().ping();
        }
    }

    private void add(Exchange exchange) {
        boolean list = BodyEntries.isList(exchange.getMessage().getBody());
        List<AddEntry> entries = bodyEntries.of(exchange);
        if (list) {
            addAll(exchange, entries);
        } else {
            AddEntry entry = entries.get(0);
            OwnHeaders.put(
                    exchange,
                    exchange.getMessage(),
                    entry.streamKey(),
                    client().add(entry).toString());
        }
    }

    private void addAll(Exchange exchange, List<AddEntry> entries) {
        List<AddOutcome> outcomes = entries.isEmpty() ? List.of() : client().addAll(entries);
        List<@Nullable String> ids = new ArrayList<>(entries.size());
        boolean failed = false;
        for (AddOutcome outcome : outcomes) {
            ids.add(outcome instanceof AddOutcome.Added added ? added.id().toString() : null);
            failed |= outcome instanceof AddOutcome.NotAdded;
        }
        OwnHeaders.put(
                exchange,
                exchange.getMessage(),
                entries.stream().map(AddEntry::streamKey).toList(),
                ids);
        if (failed) {
            throw new EntriesNotAddedException(exchange, outcomes);
        }
    }

    private GortStreamsOperation operation(Message message) {
        Object header = message.getHeader(GortStreamsConstants.OPERATION);
        if (header == null) {
            return getEndpoint().getConfiguration().getOperation();
        }
        GortStreamsOperation operation = message.getHeader(GortStreamsConstants.OPERATION, GortStreamsOperation.class);
        if (operation == null) {
            throw new IllegalArgumentException(GortStreamsConstants.OPERATION + ": " + header + " (expected: one of "
                    + List.of(GortStreamsOperation.values()) + ")");
        }
        return operation;
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
                client(), new HeatmapCacheKey(getEndpoint().getConfiguration().getHeatmapCacheKey()));
    }

    private StreamClient client() {
        StreamClient current = client;
        if (current == null) {
            throw new IllegalStateException("The producer of " + getEndpoint() + " is not started");
        }
        return current;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        client = getEndpoint().getComponent().takeClient(getEndpoint().getConfiguration());
    }

    @Override
    protected void doStop() throws Exception {
        StreamClient taken = client;
        client = null;
        if (taken != null) {
            getEndpoint().getComponent().giveBackClient(taken);
        }
        super.doStop();
    }
}
