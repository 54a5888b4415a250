package io.gort.camel.streams.redis;

import java.util.List;
import java.util.function.UnaryOperator;

/** Our own scripts. Their texts are resources next to this class. */
enum LuaScript {
    ADD_ONCE("add-once"),
    CREATE_GROUP("create-group"),
    CLAIM("claim"),
    KEEP_ALIVE("keep-alive"),
    DEAD_LETTER("dead-letter"),
    PUT_BACK("put-back"),
    REPLAY("replay"),
    LEASE("lease"),
    RELEASE("release"),
    TRIMMED_UNREAD("trimmed-unread"),
    DELETE_IDLE_MEMBER("delete-idle-member");

    @SuppressWarnings("ImmutableEnumChecker") // its fields are final texts
    private final ServerScript script;

    LuaScript(String resource) {
        this.script = ServerScript.nextTo(LuaScript.class, resource);
    }

    /** {@link ServerScript#run}. */
    <T> T run(ServerCalls server, List<String> keys, UnaryOperator<RedisCommand> arguments, ReplyParser<T> parser) {
        return script.run(server, keys, arguments, parser);
    }

    /** {@link ServerScript#command}. */
    RedisCommand command(boolean isKnown, List<String> keys, UnaryOperator<RedisCommand> arguments) {
        return script.command(isKnown, keys, arguments);
    }
}
