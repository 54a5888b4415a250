package io.gort.camel.streams.entry;

/**
 * A member of a consumer group.
 *
 * @param group    the group's name, not blank
 * @param consumer the member's name in the group, not blank
 */
public record GroupMember(String group, String consumer) {

    public GroupMember {
        if (group.isBlank()) {
            throw new IllegalArgumentException("group: '" + group + "' (expected: a name)");
        }
        if (consumer.isBlank()) {
            throw new IllegalArgumentException("consumerName: '" + consumer + "' (expected: a name)");
        }
    }
}
