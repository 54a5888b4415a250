package io.gort.camel.streams.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamKeysTest {

    @ParameterizedTest
    @CsvSource({
        "liquidations:binance:BTCUSDT, dead-letter:{liquidations:binance:BTCUSDT}",
        "positions:bybit:{ETHUSDT}, dead-letter:positions:bybit:{ETHUSDT}",
        "{a}{b}, dead-letter:{a}{b}",
        "a{b, dead-letter:{a{b}",
        "币安, dead-letter:{币安}"
    })
    void namesTheDeadLetterStream(String streamKey, String expected) {
        assertThat(StreamKeys.deadLetterFor(streamKey)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a}b", "{}", "{}a", "a}", "}{"})
    void findsNoNameWhereNoneLiesInTheSlot(String streamKey) {
        assertThatThrownBy(() -> StreamKeys.deadLetterFor(streamKey))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stream " + streamKey)
                .hasMessageContaining("expected: ");
    }

    @Property
    void everyNameLiesInTheSlotOfItsStream(@ForAll("keys") String streamKey) {
        String name;
        try {
            name = StreamKeys.deadLetterFor(streamKey);
        } catch (IllegalArgumentException none) {
            Statistics.collect("no name");
            assertThat(streamKey).contains("}");
            return;
        }
        Statistics.collect("named");

        assertThat(slot(name)).isEqualTo(slot(streamKey));
        assertThat(name).startsWith("dead-letter:").contains(streamKey);
    }

    @ParameterizedTest
    @CsvSource({
        "liquidations:binance:BTCUSDT, gort-streams:added:{liquidations:binance:BTCUSDT}:t{1}",
        "positions:bybit:{ETHUSDT}, gort-streams:added:positions:bybit:{ETHUSDT}:t{1}",
        "a{b, gort-streams:added:{a{b}:t{1}"
    })
    void namesTheMarkerOfAnEntry(String streamKey, String expected) {
        assertThat(StreamKeys.markerFor(streamKey, "t{1}")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a}b", "{}", "{}a", "a}", "}{"})
    void findsNoMarkerWhereNoneLiesInTheSlot(String streamKey) {
        assertThatThrownBy(() -> StreamKeys.markerFor(streamKey, "t"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("idempotent: true for stream " + streamKey + " (expected: false");
    }

    @Property
    void everyMarkerLiesInTheSlotOfItsStream(@ForAll("keys") String streamKey, @ForAll("keys") String token) {
        try {
            String name = StreamKeys.markerFor(streamKey, token);

            assertThat(slot(name)).isEqualTo(slot(streamKey));
        } catch (IllegalArgumentException none) {
            assertThat(streamKey).contains("}");
        }
    }

    @Property
    void aKeyWithoutBracesAlwaysHasAName(@ForAll("plainKeys") String streamKey) {
        assertThat(StreamKeys.deadLetterFor(streamKey)).isEqualTo("dead-letter:{" + streamKey + "}");
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.strings().withChars("{}ab:é币").ofMinLength(1).ofMaxLength(12);
    }

    @Provide
    Arbitrary<String> plainKeys() {
        return Arbitraries.strings().excludeChars('{', '}').ofMinLength(1);
    }

    /** The slot of a key by the cluster specification of Redis. */
    private static int slot(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        int from = 0;
        int to = bytes.length;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '{') {
                int close = i + 1;
                while (close < bytes.length && bytes[close] != '}') {
                    close++;
                }
                if (close < bytes.length && close > i + 1) {
                    from = i + 1;
                    to = close;
                }
                break;
            }
        }
        return crc16(bytes, from, to) % 16_384;
    }

    /** CRC-16/XMODEM. */
    private static int crc16(byte[] bytes, int from, int to) {
        int crc = 0;
        for (int i = from; i < to; i++) {
            crc ^= (bytes[i] & 0xff) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
            }
            crc &= 0xffff;
        }
        return crc;
    }

    @ParameterizedTest
    @CsvSource({"123456789, 12739", "foo{bar}zap, 5061", "bar, 5061"})
    void theSlotsOfThisTestAreThoseOfRedis(String key, int expected) {
        assertThat(slot(key)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"123456789, 12739", "foo, 12182", "bar, 5061", "foo{bar}, 5061", "{bar}{foo}, 5061", "'', 0"})
    void knowsTheSlotOfAKey(String key, int slot) {
        assertThat(StreamKeys.slot(key)).isEqualTo(slot);
    }

    @Test
    void letsPatternsFindDeadLettersOnlyIfTheyBeginSo() {
        assertThat(StreamKeys.mayFind("*", "orders")).isTrue();
        assertThat(StreamKeys.mayFind("*", "dead-letter:{orders}")).isFalse();
        assertThat(StreamKeys.mayFind("dead-letter:*", "dead-letter:{orders}")).isTrue();
    }
}
