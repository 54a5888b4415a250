package io.gort.camel.streams.entry;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Rules for the names of keys that belong together. */
public final class StreamKeys {

    private static final String DEAD_LETTER = "dead-letter:";
    private static final int SLOTS = 16_384;
    private static final String ADDED = "gort-streams:added:";

    private StreamKeys() {}

    /**
     * The default dead-letter stream of a stream. It lies in the stream's own cluster slot, so that an entry can be
     * moved there in one step: {@code dead-letter:{key}} for a plain key, {@code dead-letter:key} for a key with a hash
     * tag.
     *
     * @throws IllegalArgumentException if there is no such name, as for {@code a}b}
     */
    public static String deadLetterFor(String streamKey) {
        String name = inSlotOf(streamKey, DEAD_LETTER, "");
        if (name == null) {
            throw new IllegalArgumentException("deadLetterStream: none for stream " + streamKey
                    + " (expected: to be given, as no name made from this key lies in its cluster slot)");
        }
        return name;
    }

    /**
     * The key that tells that an entry was added to a stream. It lies in the stream's own cluster slot.
     *
     * @param token tells the entry from all others of the stream
     * @throws IllegalArgumentException if there is no such name, as for {@code a}b}
     */
    public static String markerFor(String streamKey, String token) {
        String name = inSlotOf(streamKey, ADDED, ":" + token);
        if (name == null) {
            throw new IllegalArgumentException("idempotent: true for stream " + streamKey
                    + " (expected: false, as no name made from this key lies in its cluster slot)");
        }
        return name;
    }

    private static @Nullable String inSlotOf(String streamKey, String prefix, String suffix) {
        String hashed = hashedPart(streamKey);
        for (String candidate : new String[] {prefix + "{" + streamKey + "}" + suffix, prefix + streamKey + suffix}) {
            if (hashedPart(candidate).equals(hashed)) {
                return candidate;
            }
        }
        return null;
    }

    /** Whether a pattern may find a key that it matches: dead-letter streams only if it begins so. */
    public static boolean mayFind(String pattern, String streamKey) {
        return !isDeadLetter(streamKey) || isDeadLetter(pattern);
    }

    /** Whether a stream is a dead-letter stream by its name. */
    public static boolean isDeadLetter(String streamKey) {
        return streamKey.startsWith(DEAD_LETTER);
    }

    /** The cluster slot of a key: CRC-16/XMODEM of the part that decides on it. */
    public static int slot(String key) {
        int crc = 0;
        for (byte b : hashedPart(key).getBytes(StandardCharsets.UTF_8)) {
            crc ^= (b & 0xff) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
            }
            crc &= 0xffff;
        }
        return crc % SLOTS;
    }

    /**
     * The part of a key that decides on its cluster slot: what stands between the first <code>{</code> and the next
     * <code>}</code> if that is not empty, else the whole key.
     */
    static String hashedPart(String key) {
        int open = key.indexOf('{');
        int close = open < 0 ? -1 : key.indexOf('}', open + 1);
        return close > open + 1 ? key.substring(open + 1, close) : key;
    }
}
