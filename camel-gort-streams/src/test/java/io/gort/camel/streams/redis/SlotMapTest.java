package io.gort.camel.streams.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.ServerAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotMapTest {

    private static final ServerAddress ASKED = new ServerAddress("asked", 7000);

    private final SlotMap slots = SlotMap.of(
            ASKED,
            List.of(
                    range(0, 99, node("a", 7001), node("b", 7002)),
                    range(100, 100, node("", 7003)),
                    range(200, 16383, node("a", 7001))));

    @ParameterizedTest
    @CsvSource({"0, a:7001", "99, a:7001", "100, asked:7003", "200, a:7001", "16383, a:7001"})
    void knowsTheMasterOfASlot(int slot, String master) {
        assertThat(slots.master(slot)).hasToString(master);
    }

    @Test
    void knowsThatNobodyHoldsASlot() {
        assertThat(slots.master(101)).isNull();
        assertThat(SlotMap.NONE.master(0)).isNull();
    }

    @Test
    void knowsMastersAndReplicas() {
        assertThat(slots.masters()).extracting(ServerAddress::toString).containsExactly("a:7001", "asked:7003");
        assertThat(slots.nodes()).extracting(ServerAddress::toString).containsExactly("a:7001", "b:7002", "asked:7003");
    }

    private static List<Object> range(long first, long last, Object... nodes) {
        List<Object> range = new ArrayList<>(List.of(first, last));
        range.addAll(List.of(nodes));
        return range;
    }

    private static List<Object> node(String host, long port) {
        return List.of(host.getBytes(UTF_8), port, "id".getBytes(UTF_8));
    }
}
