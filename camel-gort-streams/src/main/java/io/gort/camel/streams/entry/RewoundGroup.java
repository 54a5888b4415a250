package io.gort.camel.streams.entry;

/**
 * A group that was made to go on from another place.
 *
 * @param before the last id given to any member until then; rewinding the group there again undoes it
 * @param group  the group as it is now
 */
public record RewoundGroup(EntryId before, GroupInfo group) {}
