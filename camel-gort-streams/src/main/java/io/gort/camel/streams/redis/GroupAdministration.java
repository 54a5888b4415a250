package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.GroupInfo;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.GroupStart;
import io.gort.camel.streams.entry.MemberInfo;
import io.gort.camel.streams.entry.PendingSummary;
import java.time.Duration;
import java.util.List;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.Protocol.Keyword;

/** Creates, moves and deletes groups, and looks at them. */
final class GroupAdministration implements GroupCommands {

    private final ServerCalls server;

    GroupAdministration(ServerCalls server) {
        this.server = server;
    }

    @Override
    public boolean createGroup(String streamKey, String group, String start) {
        return isNew(streamKey, group, start, true);
    }

    @Override
    public boolean createGroupOnly(String streamKey, String group, GroupStart start) {
        return isNew(streamKey, group, start.position(), false);
    }

    private boolean isNew(String streamKey, String group, String start, boolean mayCreateStream) {
        try {
            if (start.equals("0") || start.equals(GroupStart.BEGINNING.position())) {
                createAtTheBeginning(streamKey, group, mayCreateStream);
            } else {
                create(streamKey, group, start, mayCreateStream);
            }
            return true;
        } catch (GroupExistsException e) {
            return false;
        }
    }

    private void createAtTheBeginning(String streamKey, String group, boolean mayCreateStream) {
        try {
            LuaScript.CREATE_GROUP.run(
                    server,
                    List.of(streamKey),
                    script -> script.text(group).number(mayCreateStream ? 1 : 0),
                    Replies::text);
        } catch (PermissionDeniedException e) { // who may run no script may create groups all the same
            create(streamKey, group, "0", mayCreateStream);
        }
    }

    private void create(String streamKey, String group, String start, boolean mayCreateStream) {
        RedisCommand create = group(Keyword.CREATE, streamKey, group).text(start);
        server.call(mayCreateStream ? create.word(Keyword.MKSTREAM) : create, Replies::text);
    }

    @Override
    public boolean destroyGroup(String streamKey, String group) {
        try {
            return server.call(group(Keyword.DESTROY, streamKey, group), Replies::number) == 1;
        } catch (NoSuchKeyException e) {
            return false;
        }
    }

    @Override
    public void rewindGroup(String streamKey, String group, GroupStart start) {
        onGroup(group(Keyword.SETID, streamKey, group).text(start.position()), Replies::text);
    }

    @Override
    public List<GroupInfo> groups(String streamKey) {
        RedisCommand ask = RedisCommand.about(Command.XINFO, streamKey)
                .word(Keyword.GROUPS)
                .key(streamKey);
        try {
            return server.call(ask, InfoReplies::groups);
        } catch (NoSuchKeyException e) {
            return List.of();
        }
    }

    @Override
    public List<MemberInfo> members(String streamKey, String group) {
        RedisCommand ask = RedisCommand.about(Command.XINFO, streamKey)
                .word(Keyword.CONSUMERS)
                .key(streamKey)
                .text(group);
        return onGroup(ask, InfoReplies::members);
    }

    @Override
    public boolean deleteIdleMember(String streamKey, GroupMember member, Duration idle) {
        return LuaScript.DELETE_IDLE_MEMBER.run(
                server,
                List.of(streamKey),
                script -> script.text(member.group()).text(member.consumer()).number(idle.toMillis()),
                reply -> Replies.number(reply) == 1);
    }

    @Override
    public PendingSummary pendingSummary(String streamKey, String group) {
        return server.call(RedisCommand.onKey(Command.XPENDING, streamKey).text(group), InfoReplies::pendingSummary);
    }

    private static RedisCommand group(Keyword what, String streamKey, String group) {
        return RedisCommand.about(Command.XGROUP, streamKey)
                .word(what)
                .key(streamKey)
                .text(group);
    }

    /** Where there is no stream, there is no group either; the server tells one from the other only at times. */
    private <T> T onGroup(RedisCommand command, ReplyParser<T> parser) {
        try {
            return server.call(command, parser);
        } catch (NoSuchKeyException e) {
            throw new NoSuchGroupException(String.valueOf(e.getMessage()), e);
        }
    }
}
