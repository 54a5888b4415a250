package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.AddEntry;
import io.gort.camel.streams.entry.AddOutcome;
import io.gort.camel.streams.entry.ClaimedEntries;
import io.gort.camel.streams.entry.DeadLetter;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.entry.PendingEntry;
import io.gort.camel.streams.entry.PoolUse;
import io.gort.camel.streams.entry.Replay;
import io.gort.camel.streams.entry.StreamEntry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What we ask of a Redis server. All methods may be called from many threads; each is one round trip unless it says
 * otherwise. Each wait (for a free connection, for the server to accept it, for the reply) ends within its timeout;
 * only the sending of more than the network buffers hold has none. Every method throws a {@link RedisStreamException}
 * whose type tells what went wrong, and nothing else that comes from a driver. Its message says what was tried and
 * where, and holds no secret.
 *
 * <p>Keys, fields and values are UTF-8 text.
 */
public interface StreamClient extends StreamCommands, GroupCommands, AutoCloseable {

    /** Returns when the server answers. */
    void ping();

    /**
     * Adds one entry ({@code XADD}) and gives its id. One that may be added only once goes by a script, in one step on
     * the server, and if it was added before, this is the id that it got then.
     *
     * @throws RedisStreamException also if there is no stream and the entry may not make it
     */
    EntryId add(AddEntry entry);

    /**
     * Adds the entries in their order in one pipeline.
     *
     * @return what became of each, in the order of the entries; an error of one does not touch the others. If the
     *     connection is lost on the way, it is unknown what became of the entries without an answer. If there is no
     *     connection to begin with, none is added; it is not thrown.
     */
    List<AddOutcome> addAll(List<AddEntry> entries);

    /**
     * Opens a reader with a connection of its own, for reads that block. A server that does not accept us may say so
     * only at the first read.
     *
     * @param grace how long over its block time a read may take before the connection counts as lost
     */
    StreamReader openReader(Duration grace);

    /** Acknowledges the entries ({@code XACK}); gives how many were pending. None given: none sent. */
    long acknowledge(String streamKey, String group, Collection<EntryId> ids);

    /**
     * Lists pending entries of a group in the order of their ids ({@code XPENDING}).
     *
     * @param consumer only this member's; null means all members'
     * @param from     the smallest id wanted
     * @param minIdle  only entries that are idle for at least so long; zero means all
     * @param count    at most so many
     */
    List<PendingEntry> pending(
            String streamKey, String group, @Nullable String consumer, EntryId from, Duration minIdle, int count);

    /**
     * Takes the member's own pending entries again, in one step on the server: idle time starts anew, the delivery
     * count stays. Of the ids given, those that are no longer pending for this member are passed over; those that are
     * no longer on the stream are acknowledged and named as trimmed.
     */
    ClaimedEntries retake(String streamKey, GroupMember member, Collection<EntryId> ids);

    /**
     * Takes entries over from whichever member has let them lie, in one step on the server: idle time starts anew and
     * the delivery count grows by one. Of the ids given, those that are no longer pending or not idle for long enough
     * are passed over; those that are no longer on the stream are acknowledged and named as trimmed.
     */
    ClaimedEntries claim(String streamKey, GroupMember member, Duration minIdle, Collection<EntryId> ids);

    /**
     * Starts the idle time of the member's own entries anew, in one step on the server. The delivery count stays.
     *
     * @return the ids that the member still owns; another one may have claimed the rest, or they are acknowledged
     */
    Set<EntryId> keepAlive(String streamKey, GroupMember member, Collection<EntryId> ids);

    /**
     * Puts an entry back into the pending entries of a member if it is in nobody's, as after its group was lost and
     * made anew, in one step on the server. One that is no longer on the stream is passed over.
     *
     * @param deliveryCount how often it was delivered
     * @return true if it was put back
     */
    boolean putBack(String streamKey, GroupMember member, EntryId id, long deliveryCount);

    /**
     * Moves a pending entry to a dead-letter stream in one step on the server: if it is still pending in the group, its
     * fields, byte for byte, and the letter's are added to the dead-letter stream, then it is acknowledged. If it was
     * trimmed meanwhile, the fields as they were delivered are used. An error leaves it pending. Only an entry with
     * thousands of fields, more than a script can hand over, and a dead-letter stream in another slot of a cluster take
     * several steps: two members at once may then make two letters of it.
     *
     * @return the id on the dead-letter stream; empty if the entry is no longer pending in the group
     */
    Optional<EntryId> deadLetter(DeadLetter letter);

    /**
     * Gives the entry of a dead letter another try, in one step on the server: in the group that gave it up and in no
     * other. If the entry is still on its stream it is put back into that group's pending entries, to be claimed by any
     * member; else it is added again with the fields {@code replay_of}, {@code replay_group} and {@code replay_count}.
     *
     * @param letter an entry of a dead-letter stream
     * @param really false only tells what would be done
     * @throws InvalidEntryException if the entry does not name stream, entry and group
     */
    Replay replay(StreamEntry letter, boolean really);

    /**
     * Sets a key to a value that is forgotten after its lifetime ({@code SET … PX}).
     *
     * @param lifetime at least a millisecond
     */
    void put(String key, String value, Duration lifetime);

    /** The value of a key ({@code GET}); empty if there is none. */
    Optional<String> get(String key);

    /**
     * The keys of type string that match a pattern in which only {@code *} is special ({@code SCAN … TYPE string}, many
     * round trips).
     */
    Set<String> textKeys(String pattern);

    /** Removes keys of any type ({@code DEL}); gives how many were there. None given: none sent. */
    long remove(Collection<String> keys);

    /**
     * Runs a script, in one step on the server.
     *
     * @param script    replies with a flat list of texts and whole numbers, which Lua holds exactly up to
     *                  2<sup>53</sup>, or with nothing
     * @param keys      all keys that it touches, at least one; in a cluster all of one slot
     * @param arguments its other arguments
     * @return the list, numbers as digits; empty for nothing
     */
    List<String> evaluate(ServerScript script, List<String> keys, List<String> arguments);

    /**
     * Takes or renews a lease, in one step on the server.
     *
     * @param key        the lease
     * @param holder     who wants it
     * @param insteadOf  a holder that is known to be gone and may be replaced; null for none
     * @param lifetime   how long it lasts unless it is renewed
     * @return the other holder if the lease is taken; empty if it is the caller's now
     */
    Optional<String> lease(String key, String holder, @Nullable String insteadOf, Duration lifetime);

    /** Ends a lease if it is still the holder's. */
    void release(String key, String holder);

    /**
     * Whether the server can touch these keys in one step. One server always can; a cluster only if they share a slot.
     */
    boolean canTouchTogether(Collection<String> keys);

    /** How busy the connections are that commands share, one element for each server that was connected to. */
    List<PoolUse> pools();

    /** Closes what this client opened, its readers too; a driver that was given to it stays open. */
    @Override
    void close();
}
