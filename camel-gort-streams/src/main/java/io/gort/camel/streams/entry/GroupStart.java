package io.gort.camel.streams.entry;

import java.time.Instant;

/**
 * Where a group begins.
 *
 * @param position {@code $}, after the last entry there is, or the id after which it begins
 */
public record GroupStart(String position) {

    /** With the entries that are added from now on. */
    public static final GroupStart END = new GroupStart("$");

    /** With the oldest entry there is. */
    public static final GroupStart BEGINNING = after(EntryId.ZERO);

    /** @throws IllegalArgumentException if the position is neither {@code $} nor an entry id */
    public GroupStart {
        if (!position.equals("$")) {
            position = EntryId.parse(position).toString();
        }
    }

    /** With the entries after this one. */
    public static GroupStart after(EntryId id) {
        return new GroupStart(id.toString());
    }

    /** With the entries of this time and later. */
    public static GroupStart at(Instant time) {
        return after(EntryId.firstAt(time).previous());
    }
}
