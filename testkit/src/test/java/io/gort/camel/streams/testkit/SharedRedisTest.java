package io.gort.camel.streams.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SharedRedisTest {

    private final RedisUnderTest redis = RedisUnderTest.at("127.0.0.1", 7000);
    private final List<String> tried = new ArrayList<>();

    @Test
    void takesTheFirstSourceThatHasOneAndAsksNoFurther() {
        Optional<RedisUnderTest> found = SharedRedis.firstOf(
                List.of(source("a", Optional.empty()), source("b", Optional.of(redis)), source("c", Optional.empty())));

        assertThat(found).containsSame(redis);
        assertThat(tried).containsExactly("a", "b");
    }

    @Test
    void hasNoneWhenNoSourceHasOne() {
        assertThat(SharedRedis.firstOf(List.of(source("a", Optional.empty())))).isEmpty();
    }

    @Test
    void looksInTheOrderThatIsPromised() {
        assertThat(RedisSources.inOrder())
                .extracting(RedisSource::name)
                .containsExactly(
                        "GORT_TEST_REDIS_URL",
                        "Docker image redis:7.4-alpine",
                        "redis-server on the PATH",
                        "embedded redis-server");
    }

    @Test
    void failsWhenTheRedisThatWasAskedForDoesNotAnswer() {
        assertThatIllegalStateException()
                .isThrownBy(() -> RedisSources.at("redis://:s3cret@127.0.0.1:1"))
                .withMessage("GORT_TEST_REDIS_URL: 127.0.0.1:1 (expected: a Redis that answers)");
    }

    @Test
    void withoutUrlThereIsNothingToOpen() {
        assertThat(RedisSources.at(null)).isEmpty();
        assertThat(RedisSources.at(" ")).isEmpty();
    }

    @Test
    void skipsOnADevelopersMachineAndFailsInCi() {
        assertThat(WhenThereIsNoRedis.rule(null)).isEqualTo(WhenThereIsNoRedis.SKIP);
        assertThat(WhenThereIsNoRedis.rule("false")).isEqualTo(WhenThereIsNoRedis.SKIP);
        assertThat(WhenThereIsNoRedis.rule("true")).isEqualTo(WhenThereIsNoRedis.FAIL);
    }

    private RedisSource source(String name, Optional<RedisUnderTest> result) {
        return RedisSources.source(name, () -> {
            tried.add(name);
            return result;
        });
    }
}
