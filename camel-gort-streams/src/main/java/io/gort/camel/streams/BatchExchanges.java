package io.gort.camel.streams;

import io.gort.camel.streams.consumer.Delivery;
import io.gort.camel.streams.consumer.DeliveryBatch;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.StreamEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a batch what a route sees: a List of entries in the body, what is to be told of each in Lists in headers.
 */
final class BatchExchanges implements RouteExchanges {

    private final @Nullable GroupMember member;

    BatchExchanges(@Nullable GroupMember member) {
        this.member = member;
    }

    @Override
    public void fill(Exchange exchange, DeliveryBatch batch) {
        List<Delivery> deliveries = batch.deliveries();
        List<StreamEntry> entries = deliveries.stream().map(Delivery::entry).collect(Collectors.toList());
        Message message = exchange.getIn();
        message.setBody(entries);
        OwnHeaders.put(
                exchange,
                message,
                entries.stream().map(StreamEntry::streamKey).toList(),
                entries.stream().map(entry -> entry.id().toString()).toList());
        message.setHeader(GortStreamsConstants.BATCH_SIZE, entries.size());
        if (member != null) {
            OwnHeaders.putMember(exchange, message, member);
            message.setHeader(GortStreamsConstants.DELIVERY_COUNT, deliveryCounts(deliveries));
        }
        message.setHeader(Exchange.MESSAGE_TIMESTAMP, batch.first().entry().id().millis());
        message.setHeader(GortStreamsConstants.ACKNOWLEDGMENT, new Handle(batch));
    }

    private static List<Long> deliveryCounts(List<Delivery> deliveries) {
        return deliveries.stream().map(Delivery::deliveryCount).collect(Collectors.toCollection(ArrayList::new));
    }

    private record Handle(DeliveryBatch batch) implements BatchAcknowledgment {

        @Override
        public void acknowledge() {
            batch.acknowledge();
        }

        @Override
        public void leavePending() {
            batch.leavePending();
        }

        @Override
        public void acknowledge(StreamEntry entry) {
            deliveryOf(entry).acknowledge();
        }

        @Override
        public void leavePending(StreamEntry entry) {
            deliveryOf(entry).leavePending();
        }

        @Override
        public void fail(StreamEntry entry, Throwable cause) {
            deliveryOf(entry).fail(cause);
        }

        private Delivery deliveryOf(StreamEntry entry) {
            for (Delivery delivery : batch.deliveries()) {
                if (delivery.entry().equals(entry)) {
                    return delivery;
                }
            }
            throw new IllegalArgumentException(
                    "entry: " + entry.streamKey() + "/" + entry.id() + " (expected: one of this batch)");
        }
    }
}
