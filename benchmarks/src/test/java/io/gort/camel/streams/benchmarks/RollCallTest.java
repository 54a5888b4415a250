package io.gort.camel.streams.benchmarks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RollCallTest {

    private final RollCall rollCall = new RollCall(3);

    @Test
    void isContentWhenEachCameOnce() {
        call(2, 0, 1);

        assertThatCode(rollCall::requireEachOnce).doesNotThrowAnyException();
    }

    @Test
    void noticesThatOneCameTwiceInPlaceOfAnother() {
        call(0, 1, 1);

        assertThatThrownBy(rollCall::requireEachOnce)
                .hasMessage("entries: 1 missing, 1 more than once (expected: each of 3 once)");
    }

    private void call(int... numbers) {
        for (int number : numbers) {
            rollCall.here(Entries.fields(number));
        }
    }
}
