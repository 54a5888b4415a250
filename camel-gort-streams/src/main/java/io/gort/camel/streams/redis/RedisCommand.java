package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.EntryId;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.args.Rawable;

/** A command with its arguments, each encoded once, and words that tell what it was about when it fails. */
final class RedisCommand {

    private final CommandArguments arguments;
    private final String name;
    private final Object subject;
    private @Nullable String firstKey;

    private RedisCommand(Command command, String name, Object subject) {
        this.arguments = new CommandArguments(command);
        this.name = name;
        this.subject = subject;
    }

    /** A command whose first argument is a key. */
    static RedisCommand onKey(Command command, String key) {
        return about(command, key).key(key);
    }

    /**
     * A command whose keys, if any, come later.
     *
     * @param subject what it is about, for messages only
     */
    static RedisCommand about(Command command, Object subject) {
        return new RedisCommand(command, command.name(), subject);
    }

    /** As {@link #about(Command, Object)}, called by another name in messages. */
    static RedisCommand named(Command command, String name, Object subject) {
        return new RedisCommand(command, name, subject);
    }

    /** A key; the first one decides which node of a cluster gets the command. */
    RedisCommand key(String key) {
        if (firstKey == null) {
            firstKey = key;
        }
        return text(key);
    }

    RedisCommand text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The array is used as it is. */
    RedisCommand bytes(byte[] bytes) {
        arguments.add((Rawable) () -> bytes);
        return this;
    }

    RedisCommand word(Rawable word) {
        arguments.add(word);
        return this;
    }

    RedisCommand number(long number) {
        return text(Long.toString(number));
    }

    RedisCommand id(EntryId id) {
        return text(id.toString());
    }

    RedisCommand ids(Collection<EntryId> ids) {
        ids.forEach(this::id);
        return this;
    }

    RedisCommand fields(Map<String, String> fields) {
        fields.forEach((field, value) -> text(field).text(value));
        return this;
    }

    /** The first key; null if the command has none. */
    @Nullable
    String firstKey() {
        return firstKey;
    }

    CommandArguments arguments() {
        return arguments;
    }

    /** For messages: {@code XADD orders}. Never an argument that could be a secret. */
    @Override
    public String toString() {
        return (name + " " + subject).trim();
    }
}
