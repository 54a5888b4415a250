package io.gort.camel.streams.examples.heatmap.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupInfo;
import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.redis.WrongTypeException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HoldBackTest {

    private static final String STREAM = "liquidations:binance:BTCUSDT";
    private static final String GROUP = "group";

    private final OwnEntries entries = new OwnEntries();
    private final AtomicInteger asked = new AtomicInteger();
    private List<GroupInfo> groups = List.of(group(0L));
    private RuntimeException refusal;
    private long length;
    private Instant now = Instant.EPOCH;

    @Test
    void holdsBackWhenItsOwnEntriesAreHalfTheLengthAhead() {
        HoldBack holdBack = holdBack();
        for (int i = 1; i <= 5; i++) {
            assertThat(holdBack.admits(STREAM)).isTrue();
            entries.published(STREAM, new EntryId(i, 0));
        }

        assertThat(holdBack.admits(STREAM)).isFalse();

        entries.handled(STREAM, "1-0");
        later();
        assertThat(holdBack.admits(STREAM)).isTrue();
    }

    @Test
    void holdsBackWhenEntriesOfOthersAreHalfTheLengthAhead() {
        groups = List.of(group(4L));
        HoldBack holdBack = holdBack();

        assertThat(holdBack.admits(STREAM)).isTrue();
        assertThat(holdBack.admits(STREAM)).isFalse();

        groups = List.of(group(0L));
        later();
        assertThat(holdBack.admits(STREAM)).isTrue();
    }

    @Test
    void takesAllOfAStreamForUnreadWhileThereIsNoGroup() {
        groups = List.of();
        length = 5;

        assertThat(holdBack().admits(STREAM)).isFalse();
    }

    @Test
    void goesOnWhereTheServerCannotTell() {
        groups = List.of(group(null));

        assertThat(holdBack().admits(STREAM)).isTrue();
    }

    @Test
    void leavesItToPublishingToTellThatAKeyIsNoStream() {
        refusal = new WrongTypeException("a list", new IllegalStateException("WRONGTYPE"));

        assertThat(holdBack().admits(STREAM)).isTrue();
    }

    @Test
    void asksTheServerOnceForManyEntries() {
        HoldBack holdBack = holdBack();
        for (int i = 0; i < 4; i++) {
            holdBack.admits(STREAM);
        }

        assertThat(asked).hasValue(1);
    }

    private HoldBack holdBack() {
        StreamClient client = (StreamClient) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {StreamClient.class}, (proxy, method, arguments) -> {
                    asked.incrementAndGet();
                    if (refusal != null) {
                        throw refusal;
                    }
                    return method.getName().equals("groups") ? groups : (Object) length;
                });
        Clock clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        return new HoldBack(client, GROUP, entries, 10, clock);
    }

    private void later() {
        now = now.plusSeconds(1);
    }

    private static GroupInfo group(Long lag) {
        return new GroupInfo(GROUP, 1, 0, EntryId.ZERO, lag);
    }
}
