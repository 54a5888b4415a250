package io.gort.camel.streams.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import redis.clients.jedis.Protocol.Command;

/** A script that runs in one step on the server. Its text is a resource next to this class. */
enum LuaScript {
    CLAIM("claim"),
    KEEP_ALIVE("keep-alive"),
    DEAD_LETTER("dead-letter"),
    PUT_BACK("put-back"),
    REPLAY("replay"),
    LEASE("lease"),
    RELEASE("release"),
    TRIMMED_UNREAD("trimmed-unread");

    private final String resource;
    private final String source;
    private final String sha1;

    LuaScript(String resource) {
        this.resource = resource;
        this.source = read(resource + ".lua");
        this.sha1 = sha1(source);
    }

    /**
     * Runs the script by its digest; only if the server does not know it yet, it is sent as a whole.
     *
     * @param keys      all keys that it touches
     * @param arguments adds its other arguments
     */
    <T> T run(ServerCalls server, List<String> keys, UnaryOperator<RedisCommand> arguments, ReplyParser<T> parser) {
        try {
            return server.call(command(true, keys, arguments), parser);
        } catch (UnknownScriptException e) {
            return server.call(command(false, keys, arguments), parser);
        }
    }

    /**
     * The call of the script, for those who send and receive by themselves.
     *
     * @param isKnown whether the server knows it, so that its digest will do
     */
    RedisCommand command(boolean isKnown, List<String> keys, UnaryOperator<RedisCommand> arguments) {
        RedisCommand call = RedisCommand.named(
                        isKnown ? Command.EVALSHA : Command.EVAL, resource + " script", String.join(", ", keys))
                .text(isKnown ? sha1 : source)
                .number(keys.size());
        keys.forEach(call::text);
        return arguments.apply(call);
    }

    private static String read(String resource) {
        try (InputStream in = LuaScript.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "resource: " + resource + " (expected: next to " + LuaScript.class + ")");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
