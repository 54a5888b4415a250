package io.gort.camel.streams.entry;

import java.util.Map;

/**
 * A pending entry that is to be moved to a dead-letter stream.
 *
 * @param entry            the entry as it was delivered
 * @param group            the group in which it is pending
 * @param deadLetterStream where it goes
 * @param length           about how many entries the dead-letter stream keeps
 * @param fields           the fields that are added to the entry's own, such as the reason
 */
public record DeadLetter(
        StreamEntry entry, String group, String deadLetterStream, long length, Map<String, String> fields) {}
