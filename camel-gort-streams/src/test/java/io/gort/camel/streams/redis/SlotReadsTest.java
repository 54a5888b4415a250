package io.gort.camel.streams.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.ServerAddress;
import io.gort.camel.streams.entry.StreamKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;

class SlotReadsTest {

    private static final Duration BLOCK = Duration.ofSeconds(5);
    private static final ServerAddress ODD = new ServerAddress("odd", 1);
    private static final ServerAddress EVEN = new ServerAddress("even", 2);

    private final List<Duration> waits = new ArrayList<>();

    @Test
    void waitsWhereAllStreamsShareASlot() {
        SlotReads reads = reads(Set.of(), "{a}1", "{a}2");

        assertThat(reads.waits()).isTrue();
        assertThat(waits).containsExactly(BLOCK);
        assertThat(keys(reads)).containsExactly(List.of("{a}1", "{a}2"));
    }

    @Test
    void waitsForNoneOfManySlots() {
        SlotReads reads = reads(Set.of(), "{a}1", "b", "{a}2", "c");

        assertThat(reads.waits()).isFalse();
        assertThat(waits).containsOnly(Duration.ZERO);
        assertThat(keys(reads)).containsExactlyInAnyOrder(List.of("{a}1", "{a}2"), List.of("b"), List.of("c"));
        reads.byMaster()
                .forEach((node, parts) ->
                        assertThat(parts).allMatch(part -> holder(part.slot()).equals(node)));
    }

    @Test
    void readsStreamsOneByOneWhoseSlotIsOnItsWay() {
        SlotReads reads = reads(Set.of(StreamKeys.slot("a")), "{a}1", "{a}2");

        assertThat(reads.waits()).isFalse();
        assertThat(keys(reads)).containsExactly(List.of("{a}1"), List.of("{a}2"));
    }

    private SlotReads reads(Set<Integer> apart, String... streams) {
        ReadRequest request = new ReadRequest(List.of(streams), 10, ReadRequest.Ahead.NOTHING, (keys, block) -> {
            waits.add(block);
            return RedisCommand.about(Command.XREAD, keys);
        });
        return SlotReads.of(request, SlotReadsTest::holder, apart, BLOCK);
    }

    private static ServerAddress holder(int slot) {
        return slot % 2 == 0 ? EVEN : ODD;
    }

    private static List<List<String>> keys(SlotReads reads) {
        return reads.byMaster().values().stream()
                .flatMap(List::stream)
                .map(SlotReads.Part::streamKeys)
                .toList();
    }
}
