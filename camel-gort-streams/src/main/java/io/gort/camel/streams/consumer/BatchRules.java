package io.gort.camel.streams.consumer;

/**
 * Decides which entries share a batch. An entry that fails alone can be told from those that only failed with it, so
 * what has failed again and again, or would be given up next, comes by itself; and what is delivered for the first time
 * is not drawn into the failure of what was delivered before.
 *
 * @param size          how many entries a batch has at most; 1 is no batching
 * @param maxDeliveries how often the route may run an entry; 0 is any number
 */
record BatchRules(int size, int maxDeliveries) {

    /** An entry that has been delivered more often comes by itself. */
    static final int DELIVERIES_TOGETHER = 2;

    /** Entries of one kind share a batch. */
    enum Kind {
        FIRST_DELIVERY,
        DELIVERED_AGAIN,
        BY_ITSELF
    }

    Kind kindOf(long deliveryCount) {
        if (deliveryCount > DELIVERIES_TOGETHER || maxDeliveries > 0 && deliveryCount >= maxDeliveries) {
            return Kind.BY_ITSELF;
        }
        return deliveryCount > 1 ? Kind.DELIVERED_AGAIN : Kind.FIRST_DELIVERY;
    }

    boolean isFull(Kind kind, int gathered) {
        return kind == Kind.BY_ITSELF || gathered >= size;
    }
}
