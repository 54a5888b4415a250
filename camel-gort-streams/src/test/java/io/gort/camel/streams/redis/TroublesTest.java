package io.gort.camel.streams.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TroublesTest {

    private static final RedisStreamException AWAY = new NoConnectionException("a is away", null);
    private static final RedisStreamException LOADING = new ServerNotReadyException("b is loading", null);
    private static final RedisStreamException REFUSED = new AuthenticationFailedException("c refuses", null);
    private static final RedisStreamException NO_CLUSTER = new RedisStreamException("d is no cluster", null);

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of(List.of(AWAY, AWAY), NoConnectionException.class),
                Arguments.of(List.of(AWAY, REFUSED), NoConnectionException.class),
                Arguments.of(List.of(NO_CLUSTER, LOADING), NoConnectionException.class),
                Arguments.of(List.of(REFUSED, REFUSED), AuthenticationFailedException.class),
                Arguments.of(List.of(REFUSED, NO_CLUSTER), RedisStreamException.class),
                Arguments.of(List.of(NO_CLUSTER), RedisStreamException.class));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void mayPassIfThatOfAnyServerMay(List<RedisStreamException> each, Class<?> together) {
        Troubles troubles = new Troubles();
        each.forEach(troubles::add);

        assertThat(troubles.together())
                .isExactlyInstanceOf(together)
                .hasMessageStartingWith("nodes: " + each.get(0).getMessage())
                .hasMessageEndingWith(each.get(each.size() - 1).getMessage());
    }
}
