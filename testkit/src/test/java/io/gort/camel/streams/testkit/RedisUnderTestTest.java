package io.gort.camel.streams.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;

class RedisUnderTestTest {

    @Test
    void readsEveryPartOfTheUrl() {
        RedisUnderTest redis = RedisUnderTest.at(URI.create("redis://app:p%40ss%3Aword@example.org:7000/3"));

        assertThat(redis.host()).isEqualTo("example.org");
        assertThat(redis.port()).isEqualTo(7000);
        assertThat(redis.username()).isEqualTo("app");
        assertThat(redis.password()).isEqualTo("p@ss:word");
        assertThat(redis.database()).isEqualTo(3);
    }

    @Test
    void takesTheUsualPortAndNoPasswordByDefault() {
        RedisUnderTest redis = RedisUnderTest.at(URI.create("redis://localhost"));

        assertThat(redis.uri()).isEqualTo(URI.create("redis://localhost:6379/0"));
        assertThat(redis.password()).isNull();
    }

    @Test
    void writesAUrlThatItReadsAgain() {
        RedisUnderTest redis = RedisUnderTest.at("127.0.0.1", 7001).as("app", "a b/c@d:e%");

        RedisUnderTest again = RedisUnderTest.at(redis.uri());

        assertThat(again.username()).isEqualTo("app");
        assertThat(again.password()).isEqualTo("a b/c@d:e%");
    }

    @Test
    void showsNoPassword() {
        RedisUnderTest redis = RedisUnderTest.at("127.0.0.1", 7001).as("app", "s3cret");

        assertThat(redis).hasToString("127.0.0.1:7001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedisUnderTest.at(URI.create("rediss://app:s3cret@host:1")))
                .withMessage("Redis URL: 'rediss://host' (expected:"
                        + " redis://[username[:password]@]host[:port][/database])");
    }
}
