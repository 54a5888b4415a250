package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.TrimmedUnread;
import io.gort.camel.streams.entry.UnreadCheck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for entries trimmed before they were read, which travel ahead of a read. */
final class UnreadChecksInFlight {

    /** The script holds up the server for as long as it counts. */
    private static final int MOST_COUNTED_ONE_BY_ONE = 1_000;

    /** The script's -1. */
    private static final long CANNOT_TELL = -1;

    private final UnreadCheck check;
    private final Map<String, RedisCommand> commands = new LinkedHashMap<>();

    /**
     * Prepares the looks.
     *
     * @param count   how many entries of each stream the read may bring
     * @param isKnown whether the server knows the script, so that its digest will do
     */
    UnreadChecksInFlight(UnreadCheck check, String group, int count, boolean isKnown) {
        this(check, check.streams(), group, count, isKnown);
    }

    /**
     * @param streams those of the check's streams that are looked at
     */
    UnreadChecksInFlight(
            UnreadCheck check, Map<String, UnreadCheck.Look> streams, String group, int count, boolean isKnown) {
        this.check = check;
        boolean known = isKnown;
        for (Map.Entry<String, UnreadCheck.Look> each : streams.entrySet()) {
            commands.put(each.getKey(), command(each.getKey(), group, each.getValue(), count, known));
            known = true; // the first one brings it
        }
    }

    void send(ServerLink link) {
        commands.values().forEach(link::send);
    }

    /**
     * Reads the replies and passes them on. An error must not keep back the entries that the read has brought.
     *
     * @return whether the server knows the script from here on
     */
    boolean receive(ServerLink link, boolean isKnown) {
        boolean known = isKnown || !commands.isEmpty();
        for (Map.Entry<String, RedisCommand> each : commands.entrySet()) {
            try {
                link.receive(each.getValue(), reply -> trimmed(each.getKey(), reply))
                        .ifPresent(check::found);
            } catch (UnknownScriptException e) {
                known = false; // next time it is sent as a whole
                check.refused(each.getKey(), e);
            } catch (RedisStreamException e) {
                if (link.isLost()) {
                    throw e;
                }
                check.refused(each.getKey(), e);
            }
        }
        return known;
    }

    private static RedisCommand command(
            String streamKey, String group, UnreadCheck.Look look, int count, boolean isKnown) {
        return LuaScript.TRIMMED_UNREAD.command(
                isKnown,
                List.of(streamKey),
                script -> script.text(group)
                        .id(look.given())
                        .number(look.again() ? 1 : 0)
                        .number(count)
                        .number(MOST_COUNTED_ONE_BY_ONE));
    }

    private static Optional<TrimmedUnread> trimmed(String streamKey, @Nullable Object reply) {
        List<?> told = Replies.list(reply);
        if (told.isEmpty()) {
            return Optional.empty();
        }
        long count = Replies.number(told.get(0));
        return Optional.of(new TrimmedUnread(
                streamKey,
                count == CANNOT_TELL ? null : count,
                Replies.id(told.get(1)),
                idOrNull(told.get(2)),
                told.size() > 3 ? idOrNull(told.get(3)) : null));
    }

    private static @Nullable EntryId idOrNull(@Nullable Object reply) {
        return Replies.text(reply).isEmpty() ? null : Replies.id(reply);
    }
}
