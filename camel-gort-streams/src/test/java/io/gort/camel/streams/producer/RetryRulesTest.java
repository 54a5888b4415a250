package io.gort.camel.streams.producer;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.AddOutcome;
import io.gort.camel.streams.entry.BackOff;
import io.gort.camel.streams.redis.AuthenticationFailedException;
import io.gort.camel.streams.redis.ConnectionLostException;
import io.gort.camel.streams.redis.NoConnectionException;
import io.gort.camel.streams.redis.PermissionDeniedException;
import io.gort.camel.streams.redis.RedisStreamException;
import io.gort.camel.streams.redis.ServerNotReadyException;
import io.gort.camel.streams.redis.ServerOutOfMemoryException;
import io.gort.camel.streams.redis.ServerReadOnlyException;
import io.gort.camel.streams.redis.WrongTypeException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RetryRulesTest {

    private final RetryRules rules =
            new RetryRules(3, new BackOff(Duration.ofMillis(100), Duration.ofSeconds(5), () -> 0));

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new ConnectionLostException("", null), true),
                Arguments.of(new NoConnectionException("", null), true),
                Arguments.of(new ServerNotReadyException("LOADING", null), true),
                Arguments.of(new ServerReadOnlyException("READONLY", null), true),
                Arguments.of(new ServerOutOfMemoryException("OOM", null), true),
                Arguments.of(new WrongTypeException("WRONGTYPE", null), false),
                Arguments.of(new PermissionDeniedException("NOPERM", null), false),
                Arguments.of(new AuthenticationFailedException("WRONGPASS", null), false),
                Arguments.of(new RedisStreamException("ERR The ID specified in XADD", null), false),
                Arguments.of(new IllegalStateException("odd"), false));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void triesAgainWhatMayPass(RuntimeException cause, boolean again) {
        assertThat(rules.triesAgain(new AddOutcome.NotAdded(cause), 1)).isEqualTo(again);
        assertThat(rules.triesAgain(new AddOutcome.Unknown(cause), 1)).isEqualTo(again);
    }

    @Test
    void triesAgainAsOftenAsItMay() {
        AddOutcome.Failed cut = new AddOutcome.Unknown(new ConnectionLostException("", null));

        assertThat(rules.triesAgain(cut, 3)).isTrue();
        assertThat(rules.triesAgain(cut, 4)).isFalse();
        assertThat(new RetryRules(0, rules.backOff()).triesAgain(cut, 1)).isFalse();
    }

    @Test
    void waitsTwiceAsLongEachTime() {
        assertThat(rules.pauseAfter(1)).isEqualTo(Duration.ofMillis(100));
        assertThat(rules.pauseAfter(3)).isEqualTo(Duration.ofMillis(400));
        assertThat(rules.pauseAfter(30)).isEqualTo(Duration.ofSeconds(5));
    }
}
