package io.gort.camel.streams.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.redis.ConnectionLostException;
import io.gort.camel.streams.redis.NoSuchGroupException;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamByStreamTest {

    private final StreamSet streams =
            new StreamSet(List.of("a", "b"), new FakeStreamClient(), new HandClock(), (message, cause) -> {});
    private final StreamByStream streamByStream = new StreamByStream(streams);

    @Test
    void setsAsideAStreamThatRefuses() {
        assertThat(streamByStream.settingAside("b", () -> {})).isTrue();
        assertThat(streamByStream.settingAside("a", () -> {
                    throw Samples.wrongType();
                }))
                .isFalse();

        assertThat(streams.readable()).containsExactly("b");
    }

    @Test
    void setsNoStreamAsideForATroubleOfTheServer() {
        assertThatThrownBy(() -> streamByStream.settingAside("a", () -> {
                    throw Samples.lost();
                }))
                .isInstanceOf(ConnectionLostException.class);

        assertThat(streams.readable()).containsExactly("a", "b");
    }

    @Test
    void findsTheBadOne() throws InterruptedException {
        streamByStream.findTheBadOne(List.of("a", "b"), Samples.wrongType(), key -> {
            if (key.equals("b")) {
                throw new NoSuchGroupException("NOGROUP", null);
            }
        });

        assertThat(streams.readable()).containsExactly("a");
    }

    @Test
    void throwsTheErrorWhenNoStreamIsBad() {
        assertThatThrownBy(() -> streamByStream.findTheBadOne(List.of("a", "b"), Samples.wrongType(), key -> {}))
                .hasMessage("not a stream");
    }
}
