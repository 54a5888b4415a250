package io.gort.camel.streams.redis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.Protocol.Keyword;

/** Looks through the server's keys for those of one type. */
final class KeyScan {

    private static final int KEYS_PER_STEP = 1000;

    private final ServerCalls server;

    KeyScan(ServerCalls server) {
        this.server = server;
    }

    Set<String> streamKeys(String pattern) {
        return keys(pattern, "stream");
    }

    Set<String> textKeys(String pattern) {
        return keys(pattern, "string");
    }

    private Set<String> keys(String pattern, String type) {
        Set<String> keys = new LinkedHashSet<>();
        server.masters().forEach(master -> scan(master, pattern, type, keys));
        return keys;
    }

    private static void scan(ServerCalls master, String pattern, String type, Set<String> keys) {
        String glob = glob(pattern);
        String cursor = "0";
        do {
            RedisCommand scan = RedisCommand.about(Command.SCAN, "for " + pattern)
                    .text(cursor)
                    .word(Keyword.MATCH)
                    .text(glob)
                    .word(Keyword.COUNT)
                    .number(KEYS_PER_STEP)
                    .word(Keyword.TYPE)
                    .text(type);
            cursor = master.call(scan, reply -> {
                List<?> step = Replies.list(reply);
                Replies.list(step.get(1)).forEach(key -> keys.add(Replies.text(key)));
                return Replies.text(step.get(0));
            });
        } while (!cursor.equals("0"));
    }

    /** The server's pattern for one in which only {@code *} is special. */
    static String glob(String pattern) {
        StringBuilder glob = new StringBuilder(pattern.length() + 8);
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '?' || c == '[' || c == ']' || c == '\\') {
                glob.append('\\');
            }
            glob.append(c);
        }
        return glob.toString();
    }
}
