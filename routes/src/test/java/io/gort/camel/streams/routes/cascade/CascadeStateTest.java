package io.gort.camel.streams.routes.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.trade.Position;
import org.junit.jupiter.api.Test;

class CascadeStateTest {

    private static final CascadeState A = CascadeState.of("liquidations:okx:BTC/1-0", Position.LONG, 1_500_000);
    private static final CascadeState B = CascadeState.of("liquidations:okx:BTC/2-0", Position.SHORT, 2_000_000);
    private static final CascadeState C = CascadeState.of("liquidations:bybit:BTC/1-0", Position.LONG, 1);

    @Test
    void sumsEachSide() {
        CascadeState all = A.and(B).and(C);

        assertThat(all.longMicros()).isEqualTo(1_500_001);
        assertThat(all.shortMicros()).isEqualTo(2_000_000);
    }

    @Test
    void countsALiquidationOnceHoweverOftenItIsAdded() {
        assertThat(A.and(B).and(A).and(A.and(B))).isEqualTo(A.and(B));
    }

    @Test
    void doesNotDependOnTheOrder() {
        assertThat(A.and(B).and(C)).isEqualTo(C.and(B.and(A)));
    }

    @Test
    void isReadAsItWasWritten() {
        CascadeState all = A.and(B).and(CascadeState.of("okx|BTC USDT|1|SELL|1|2", Position.LONG, 3));

        assertThat(CascadeState.parse(all.toText())).isEqualTo(all);
    }

    @Test
    void doesNotOverflow() {
        CascadeState all = CascadeState.of("a", Position.LONG, Long.MAX_VALUE).and(A);

        assertThat(all.longMicros()).isEqualTo(Long.MAX_VALUE);
    }
}
