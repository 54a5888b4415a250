package io.gort.camel.streams.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void findsTheFirstThatFits() {
        Throwable inner = new IllegalStateException("inner");
        Throwable middle = new IllegalStateException("middle", inner);
        Throwable outer = new RuntimeException("outer", middle);

        assertThat(Failures.firstInChain(outer, IllegalStateException.class::isInstance))
                .isSameAs(middle);
        assertThat(Failures.firstInChain(outer, RuntimeException.class::isInstance))
                .isSameAs(outer);
    }

    @Test
    void findsNothingWhereNothingFits() {
        assertThat(Failures.firstInChain(null, t -> true)).isNull();
        assertThat(Failures.firstInChain(new RuntimeException(), t -> false)).isNull();
    }

    @Test
    void endsInACircleOfCauses() {
        RuntimeException one = new RuntimeException("one");
        RuntimeException two = new RuntimeException("two", one);
        one.initCause(two);

        assertThat(Failures.firstInChain(one, t -> false)).isNull();
    }
}
