package io.gort.camel.streams.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.TrimmedUnread;
import io.gort.camel.streams.entry.UnreadCheck;
import io.gort.camel.streams.redis.StreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XTrimParams;

/** What the contracts about entries that are trimmed unread have in common. */
interface TrimmedUnreadFixture extends ContractFixture {

    UnreadCheck.Look FIRST = new UnreadCheck.Look(EntryId.ZERO, false);
    UnreadCheck.Look AGAIN = new UnreadCheck.Look(EntryId.ZERO, true);

    /** Notes all it is told. */
    final class Notes implements UnreadCheck {

        final List<TrimmedUnread> found = new ArrayList<>();
        final List<String> refused = new ArrayList<>();
        private final Map<String, Look> streams;

        Notes(Map<String, Look> streams) {
            this.streams = streams;
        }

        @Override
        public Map<String, Look> streams() {
            return streams;
        }

        @Override
        public void found(TrimmedUnread trimmed) {
            found.add(trimmed);
        }

        @Override
        public void refused(String streamKey, RuntimeException reason) {
            refused.add(streamKey);
        }

        long counted() {
            return found.stream()
                    .map(TrimmedUnread::count)
                    .mapToLong(count -> count == null ? 0 : count)
                    .sum();
        }
    }

    default List<StreamEntry> look(Notes notes, String streamKey, GroupMember member, int count) {
        try (StreamReader reader = client().openReader(GRACE)) {
            return reader.readNew(notes, none(), member, List.of(streamKey), count, NO_WAIT);
        }
    }

    default long counted(String streamKey, GroupMember member, int count) {
        Notes notes = new Notes(Map.of(streamKey, AGAIN));
        look(notes, streamKey, member, count);
        assertThat(notes.refused).isEmpty();
        return notes.counted();
    }

    default void trimTo(String streamKey, long length) {
        outside().xtrim(streamKey, XTrimParams.xTrimParams().maxLen(length));
    }

    default void delete(String streamKey, EntryId... ids) {
        for (EntryId id : ids) {
            outside().xdel(streamKey, new StreamEntryID(id.toString()));
        }
    }
}
