package io.gort.camel.streams.entry;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an operation on a stream is asked for. As the body of a message it stands for the headers that say the same. */
public sealed interface StreamRequest {

    /** The largest count that can be asked for. */
    int MAX_COUNT = 1_000_000;

    /**
     * A part of a stream, in the order of ids or against it.
     *
     * @param from  the smallest id wanted
     * @param to    the largest id wanted
     * @param count how many entries at most, 1 to {@link #MAX_COUNT}
     */
    record Range(EntryId from, EntryId to, int count) implements StreamRequest {

        /** All of a stream, up to {@link #MAX_COUNT} entries. */
        public static final Range ALL = new Range(EntryId.ZERO, EntryId.MAX, MAX_COUNT);

        public Range {
            checkCount(count);
        }
    }

    /**
     * Some letters of a dead-letter stream.
     *
     * @param range  which of them
     * @param dryRun whether to tell only what would be done
     */
    record DeadLetters(Range range, boolean dryRun) implements StreamRequest {}

    /**
     * A group.
     *
     * @param group its name, not blank
     */
    record Group(String group) implements StreamRequest {
        public Group {
            checkName("group", group);
        }
    }

    /**
     * Some pending entries of a group.
     *
     * @param group    its name, not blank
     * @param consumer only this member's; null means all members'
     * @param minIdle  only entries that are idle for at least so long
     * @param range    which of them
     */
    record Pending(String group, @Nullable String consumer, Duration minIdle, Range range) implements StreamRequest {
        public Pending {
            checkName("group", group);
            checkIdle(minIdle);
        }
    }

    /**
     * A group that there should be.
     *
     * @param group      its name, not blank
     * @param start      where it begins
     * @param makeStream whether the stream may be created for it
     */
    record CreateGroup(String group, GroupStart start, boolean makeStream) implements StreamRequest {
        public CreateGroup {
            checkName("group", group);
        }
    }

    /**
     * A group that is to go on from another place.
     *
     * @param group its name, not blank
     * @param start the place
     */
    record RewindGroup(String group, GroupStart start) implements StreamRequest {
        public RewindGroup {
            checkName("group", group);
        }
    }

    /**
     * A cut.
     *
     * @param trim how
     */
    record Cut(Trim trim) implements StreamRequest {
        public Cut {
            if (trim instanceof Trim.None) {
                throw new IllegalArgumentException("trim: none (expected: to a length, age or id)");
            }
        }
    }

    /**
     * Some entries of a stream.
     *
     * @param ids their ids, unmodifiable
     */
    record Entries(List<EntryId> ids) implements StreamRequest {
        public Entries {
            ids = List.copyOf(ids);
        }
    }

    /**
     * Entries that a group is done with.
     *
     * @param group its name, not blank
     * @param ids   the entries, unmodifiable
     */
    record Acknowledge(String group, List<EntryId> ids) implements StreamRequest {
        public Acknowledge {
            checkName("group", group);
            ids = List.copyOf(ids);
        }
    }

    /**
     * Pending entries that a member is to take over.
     *
     * @param member  who takes them
     * @param minIdle only entries that are idle for at least so long
     * @param ids     the entries, unmodifiable; none means any
     * @param count   how many at most where no ids are given, 1 to {@link #MAX_COUNT}
     */
    record Claim(GroupMember member, Duration minIdle, List<EntryId> ids, int count) implements StreamRequest {
        public Claim {
            checkIdle(minIdle);
            checkCount(count);
            ids = List.copyOf(ids);
        }
    }

    private static void checkName(String what, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException(what + ": '" + name + "' (expected: a name)");
        }
    }

    private static void checkIdle(Duration minIdle) {
        if (minIdle.isNegative()) {
            throw new IllegalArgumentException("minIdle: " + minIdle + " (expected: zero or longer)");
        }
    }

    private static void checkCount(int count) {
        if (count < 1 || count > MAX_COUNT) {
            throw new IllegalArgumentException("count: " + count + " (expected: 1 to " + MAX_COUNT + ")");
        }
    }
}
