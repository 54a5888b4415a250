package io.gort.camel.streams;

import java.util.Map;
import org.apache.camel.api.management.ManagedAttribute;
import org.jspecify.annotations.Nullable;

/** What JMX shows of a consumer, besides what it shows of any. Counts begin anew when the consumer is started. */
public interface ManagedGortStreamsConsumer {

    /** How often the consumer has done something since it was started; 0 while it is stopped. */
    long count(ConsumerCount what);

    @ManagedAttribute(description = "Consumer group; none if the streams are read without one")
    @Nullable
    String getGroup();

    @ManagedAttribute(
            description = "Name in the consumer group, as it was taken; none without a group or while stopped")
    @Nullable
    String getConsumerName();

    @ManagedAttribute(description = "Entries on their way now")
    int getInFlight();

    @ManagedAttribute(description = "What keeps the consumer from reading; none if it reads")
    @Nullable
    String getTrouble();

    @ManagedAttribute(description = "Streams that are set aside, each with what is wrong with it")
    Map<String, String> getStreamsSetAside();

    @ManagedAttribute(description = "Entries handed to the route, those delivered again included")
    default long getDelivered() {
        return count(ConsumerCount.DELIVERED);
    }

    @ManagedAttribute(description = "Entries that the server has acknowledged")
    default long getAcknowledged() {
        return count(ConsumerCount.ACKNOWLEDGED);
    }

    @ManagedAttribute(description = "Deliveries that failed")
    default long getFailed() {
        return count(ConsumerCount.FAILED);
    }

    @ManagedAttribute(description = "Entries moved to a dead-letter stream")
    default long getDeadLettered() {
        return count(ConsumerCount.DEAD_LETTERED);
    }

    @ManagedAttribute(description = "Entries taken over from members that let them lie")
    default long getClaimed() {
        return count(ConsumerCount.CLAIMED);
    }

    @ManagedAttribute(description = "Pending entries trimmed or deleted before they were handled")
    default long getTrimmed() {
        return count(ConsumerCount.TRIMMED);
    }

    @ManagedAttribute(
            description = "Entries trimmed or deleted before the group had read them, as found by this member")
    default long getTrimmedUnread() {
        return count(ConsumerCount.TRIMMED_UNREAD);
    }

    @ManagedAttribute(description = "Members of the group deleted as stale")
    default long getStaleMembers() {
        return count(ConsumerCount.STALE_MEMBERS);
    }
}
