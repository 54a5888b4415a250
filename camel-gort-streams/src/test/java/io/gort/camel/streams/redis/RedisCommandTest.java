package io.gort.camel.streams.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.EntryId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.Protocol.Keyword;

class RedisCommandTest {

    @Test
    void encodesItsArgumentsInTheirOrder() {
        RedisCommand command = RedisCommand.onKey(Command.XADD, "ключ")
                .word(Keyword.MAXLEN)
                .number(10)
                .id(new EntryId(1, 2))
                .fields(Map.of("f", "🙂"));

        assertThat(texts(command)).containsExactly("XADD", "ключ", "MAXLEN", "10", "1-2", "f", "🙂");
    }

    @Test
    void tellsWhatItIsAboutButNoArguments() {
        assertThat(RedisCommand.onKey(Command.SET, "key").text("secret")).hasToString("SET key");
        assertThat(RedisCommand.about(Command.PING, "")).hasToString("PING");
        assertThat(RedisCommand.named(Command.EVALSHA, "claim script", "orders").text("sha"))
                .hasToString("claim script orders");
    }

    private static List<String> texts(RedisCommand command) {
        List<String> texts = new ArrayList<>();
        command.arguments().forEach(raw -> texts.add(new String(raw.getRaw(), StandardCharsets.UTF_8)));
        return texts;
    }
}
