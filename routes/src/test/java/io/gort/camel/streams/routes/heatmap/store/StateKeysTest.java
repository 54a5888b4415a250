package io.gort.camel.streams.routes.heatmap.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.routes.heatmap.PriceGrid;
import io.gort.camel.streams.trade.Interval;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.util.JedisClusterCRC16;

class StateKeysTest {

    @Test
    void namesTheBuckets() {
        StateKeys keys = StateKeys.of("BTCUSDT", PriceGrid.parse("25bp"));

        assertThat(keys.head()).isEqualTo("heatmap-state:{BTCUSDT}:25bp");
        assertThat(keys.counted(7)).isEqualTo("heatmap-state:{BTCUSDT}:25bp:counted:7");
        assertThat(keys.volumes(Interval.M1, 7)).isEqualTo("heatmap-state:{BTCUSDT}:25bp:1m:7:lines");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "59999, 0", "60000, 1", "1757000000000, 29283333"})
    void cutsTimeIntoMinutes(long timestamp, long minute) {
        assertThat(StateKeys.minuteOf(timestamp)).isEqualTo(minute);
    }

    @Test
    void givesEachIntervalABitOfItsOwn() {
        assertThat(Arrays.stream(Interval.values()).map(StateKeys::bitOf)).containsExactly(1, 2, 4, 8, 16, 32, 64);
    }

    @Property
    void allLieInOneSlot(@ForAll @NotEmpty @CharRange(from = '!', to = '~') String symbol) {
        StateKeys keys = StateKeys.of(symbol, PriceGrid.AUTO);

        assertThat(List.of(keys.counted(7), keys.volumes(Interval.D1, 8)))
                .allMatch(key -> JedisClusterCRC16.getSlot(key) == JedisClusterCRC16.getSlot(keys.head()));
    }

    @Property
    void differForDifferentSymbols(
            @ForAll @NotEmpty @CharRange(from = '!', to = '~') String one,
            @ForAll @NotEmpty @CharRange(from = '!', to = '~') String other) {
        assertThat(StateKeys.of(one, PriceGrid.AUTO).equals(StateKeys.of(other, PriceGrid.AUTO)))
                .isEqualTo(one.equals(other));
    }
}
