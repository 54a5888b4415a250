package io.gort.camel.streams;

import io.gort.camel.streams.entry.AddEntry;
import io.gort.camel.streams.entry.AddOutcome;
import io.gort.camel.streams.redis.StreamClient;
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
    private @Nullable ProducerHealth health;

    public GortStreamsProducer(GortStreamsEndpoint endpoint) {
        super(endpoint);
        GortStreamsConfiguration options = endpoint.getConfiguration();
        this.path = endpoint.path().forProducer(options.getOperation());
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
        GortStreamsOperation operation = operation(exchange.getMessage());
        if (operation == GortStreamsOperation.add) {
            add(exchange);
        } else {
            new StreamOperations(getEndpoint().getConfiguration(), client(), path).run(operation, exchange);
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
        StreamClient taken =
                getEndpoint().getComponent().takeClient(getEndpoint().getConfiguration());
        client = taken;
        health = ProducerHealth.register(getEndpoint(), taken);
    }

    @Override
    protected void doStop() throws Exception {
        ProducerHealth registered = health;
        health = null;
        if (registered != null) {
            registered.close();
        }
        StreamClient taken = client;
        client = null;
        if (taken != null) {
            getEndpoint().getComponent().giveBackClient(taken);
        }
        super.doStop();
    }
}
