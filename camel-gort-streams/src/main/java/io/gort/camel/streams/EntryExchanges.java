package io.gort.camel.streams;

import io.gort.camel.streams.consumer.Delivery;
import io.gort.camel.streams.consumer.DeliveryBatch;
import io.gort.camel.streams.entry.AckMode;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.trade.StreamName;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Makes of a delivered entry what a route sees: the fields as a Map in the body, the rest in headers. */
final class EntryExchanges implements RouteExchanges {

    private final @Nullable GroupMember member;
    private final AckMode ackMode;
    private volatile TypedKey latest = new TypedKey("");

    /** A stream key, and what it says if it is of a typed form. Entries come in runs of one stream. */
    private record TypedKey(String streamKey, Optional<StreamName> name) {
        TypedKey(String streamKey) {
            this(streamKey, StreamName.find(streamKey));
        }
    }

    EntryExchanges(@Nullable GroupMember member, AckMode ackMode) {
        this.member = member;
        this.ackMode = ackMode;
    }

    @Override
    public void fill(Exchange exchange, DeliveryBatch batch) {
        Delivery delivery = batch.first();
        StreamEntry entry = delivery.entry();
        Message message = exchange.getIn();
        message.setBody(new LinkedHashMap<>(entry.fields()));
        OwnHeaders.put(exchange, message, entry.streamKey(), entry.id().toString());
        nameOf(entry.streamKey()).ifPresent(name -> {
            message.setHeader(GortStreamsConstants.DATA_TYPE, name.type().prefix());
            message.setHeader(GortStreamsConstants.SYMBOL, name.symbol());
            if (name.exchange() != null) {
                message.setHeader(GortStreamsConstants.EXCHANGE, name.exchange());
            }
        });
        if (member != null) {
            new EntryInWork(member.group(), entry.streamKey(), entry.id()).noteIn(exchange);
            OwnHeaders.putMember(exchange, message, member);
            message.setHeader(GortStreamsConstants.DELIVERY_COUNT, delivery.deliveryCount());
        }
        message.setHeader(Exchange.MESSAGE_TIMESTAMP, entry.id().millis());
        if (ackMode == AckMode.MANUAL) {
            message.setHeader(GortStreamsConstants.ACKNOWLEDGMENT, new DeliveryAcknowledgment(delivery));
        }
    }

    private Optional<StreamName> nameOf(String streamKey) {
        TypedKey key = latest;
        if (!key.streamKey().equals(streamKey)) {
            key = new TypedKey(streamKey);
            latest = key;
        }
        return key.name();
    }

    private record DeliveryAcknowledgment(Delivery delivery) implements Acknowledgment {
        @Override
        public void acknowledge() {
            delivery.acknowledge();
        }

        @Override
        public void leavePending() {
            delivery.leavePending();
        }
    }
}
