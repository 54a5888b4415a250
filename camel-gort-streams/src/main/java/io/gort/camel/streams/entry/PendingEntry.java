package io.gort.camel.streams.entry;

import java.time.Duration;

/**
 * An entry that was delivered to a member of a group and is not acknowledged.
 *
 * @param id            the entry
 * @param consumer      the name of the member that owns it
 * @param idle          the time since it was last delivered or claimed
 * @param deliveryCount how often it was delivered, 1 after the first time
 */
public record PendingEntry(EntryId id, String consumer, Duration idle, long deliveryCount) {}
