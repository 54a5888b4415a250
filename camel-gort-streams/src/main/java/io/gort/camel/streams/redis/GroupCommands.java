package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.GroupInfo;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.GroupStart;
import io.gort.camel.streams.entry.MemberInfo;
import io.gort.camel.streams.entry.PendingSummary;
import java.time.Duration;
import java.util.List;

/** What can be asked about groups as a whole; part of {@link StreamClient}, whose rules hold. */
public interface GroupCommands {

    /**
     * Creates the group, and the stream if there is none ({@code XGROUP CREATE … MKSTREAM}).
     *
     * @param start {@code $}, {@code 0} or an entry id: the group begins after it
     * @return false if the group was there already; it is left as it is
     */
    boolean createGroup(String streamKey, String group, String start);

    /**
     * Creates the group on a stream that there is ({@code XGROUP CREATE}).
     *
     * @return false if the group was there already; it is left as it is
     * @throws NoSuchKeyException if there is no such stream
     */
    boolean createGroupOnly(String streamKey, String group, GroupStart start);

    /**
     * Deletes the group with its members and the list of what is pending; the entries stay ({@code XGROUP DESTROY}).
     *
     * @return false if there was no such group
     */
    boolean destroyGroup(String streamKey, String group);

    /**
     * Lets the group go on from another place, back or ahead ({@code XGROUP SETID}). What is pending stays pending.
     *
     * @throws NoSuchGroupException if there is no such group
     */
    void rewindGroup(String streamKey, String group, GroupStart start);

    /** Tells about the groups of a stream ({@code XINFO GROUPS}); none if the key does not exist. */
    List<GroupInfo> groups(String streamKey);

    /**
     * Tells about the members of a group ({@code XINFO CONSUMERS}).
     *
     * @throws NoSuchGroupException if there is no such group
     */
    List<MemberInfo> members(String streamKey, String group);

    /**
     * Deletes a member of which nothing is pending and which has been idle for at least so long, in one step on the
     * server. A member that was deleted is one again once it reads.
     *
     * @return false if there is no such member, or it has pending entries or shown itself meanwhile
     * @throws NoSuchGroupException if there is no such group
     */
    boolean deleteIdleMember(String streamKey, GroupMember member, Duration idle);

    /**
     * Adds up the pending entries of a group ({@code XPENDING}).
     *
     * @throws NoSuchGroupException if there is no such group
     */
    PendingSummary pendingSummary(String streamKey, String group);
}
