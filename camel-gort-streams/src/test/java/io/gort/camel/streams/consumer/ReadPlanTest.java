package io.gort.camel.streams.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadPlanTest {

    private static final Duration BLOCK = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final List<String> THREE = List.of("a", "b", "c");

    @ParameterizedTest
    @CsvSource({"1000, 10", "30, 10", "29, 9", "6, 2", "5, 1", "3, 1"})
    void sharesTheRoomAmongTheStreams(int room, int expectedCount) {
        ReadPlan.Read read = new ReadPlan(10, BLOCK).next(THREE, room, LONG);

        assertThat(read).isEqualTo(new ReadPlan.Read(THREE, expectedCount, BLOCK));
    }

    @Test
    void letsStreamsTakeTurnsWhereThereIsLessRoom() {
        ReadPlan plan = new ReadPlan(10, BLOCK);
        List<List<String>> turns = new ArrayList<>();

        for (int i = 0; i < 3; i++) {
            turns.add(plan.next(THREE, 2, LONG).streamKeys());
        }

        assertThat(turns).containsExactly(List.of("a", "b"), List.of("c", "a"), List.of("b", "c"));
    }

    @Test
    void waitsOnlyAMomentWhereStreamsAreLeftOut() {
        ReadPlan.Read read = new ReadPlan(10, BLOCK).next(THREE, 1, LONG);

        assertThat(read.count()).isOne();
        assertThat(read.block()).isEqualTo(ReadPlan.TURN);
    }

    @ParameterizedTest
    @CsvSource({"3, PT0S, PT0S", "3, PT1S, PT1S", "3, PT9S, PT5S", "1, PT0S, PT0S", "1, PT0.005S, PT0.005S"})
    void waitsNoLongerThanItMay(int room, Duration longest, Duration expected) {
        assertThat(new ReadPlan(10, BLOCK).next(THREE, room, longest).block()).isEqualTo(expected);
    }

    @Test
    void goesOnWhenStreamsDisappear() {
        ReadPlan plan = new ReadPlan(10, BLOCK);
        plan.next(THREE, 2, LONG);

        assertThat(plan.next(List.of("a", "b"), 1, LONG).streamKeys()).hasSize(1);
    }
}
