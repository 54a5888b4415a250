package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.Trim;
import java.time.Clock;
import redis.clients.jedis.Protocol.Keyword;

/** The words by which XADD and XTRIM are told how to cut a stream. */
final class Trimming {

    private Trimming() {}

    /** Adds the words to a command; none for {@link Trim#NONE}. */
    static RedisCommand add(RedisCommand command, Trim trim, Clock clock) {
        String precision = trim.exact() ? "=" : "~";
        if (trim instanceof Trim.ToLength to) {
            command.word(Keyword.MAXLEN).text(precision).number(to.length());
        } else if (trim instanceof Trim.ToAge to) {
            long oldest = Math.max(0, clock.millis() - to.age().toMillis());
            command.word(Keyword.MINID).text(precision).number(oldest);
        } else if (trim instanceof Trim.ToId to) {
            command.word(Keyword.MINID).text(precision).id(to.first());
        }
        return command;
    }
}
