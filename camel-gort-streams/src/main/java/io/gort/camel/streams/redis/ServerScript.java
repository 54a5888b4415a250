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

/** A Lua script that runs in one step on the server. */
public final class ServerScript {

    private final String name;
    private final String source;
    private final String sha1;

    /**
     * @param name   what messages call it
     * @param source its text
     */
    public ServerScript(String name, String source) {
        this.name = name;
        this.source = source;
        this.sha1 = sha1(source);
    }

    /**
     * The script whose text is the resource {@code name.lua} next to a class.
     *
     * @throws IllegalStateException if there is no such resource
     */
    public static ServerScript nextTo(Class<?> owner, String name) {
        String resource = name + ".lua";
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource: " + resource + " (expected: next to " + owner + ")");
            }
            return new ServerScript(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What messages call it. */
    public String name() {
        return name;
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
                        isKnown ? Command.EVALSHA : Command.EVAL, name + " script", subject(keys))
                .text(isKnown ? sha1 : source)
                .number(keys.size());
        keys.forEach(call::key);
        return arguments.apply(call);
    }

    /** The keys, for messages; of more than a few the first ones. */
    private static String subject(List<String> keys) {
        int shown = 3;
        return keys.size() <= shown
                ? String.join(", ", keys)
                : String.join(", ", keys.subList(0, shown)) + " and " + (keys.size() - shown) + " more";
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
