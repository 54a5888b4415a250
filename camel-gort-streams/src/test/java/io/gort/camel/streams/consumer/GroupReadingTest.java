package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.entry;
import static io.gort.camel.streams.consumer.Samples.pending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.redis.ConnectionLostException;
import io.gort.camel.streams.redis.NoSuchGroupException;
import io.gort.camel.streams.redis.ServerOutOfMemoryException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupReadingTest extends ReadingScene {

    @Test
    void handsOnItsOwnPendingEntriesBeforeNewOnes() throws InterruptedException {
        client.pending.put(Samples.id(1), pending(1, "me", Duration.ZERO, 1));
        reader.answers.add(() -> List.of(entry(5)));
        GroupReading reading = reading(10, "s");
        reading.prepare();

        reading.step();

        assertThat(delivered()).containsExactly("s/1-0", "s/5-0");
    }

    @Test
    void takesUpWhatItLeftAloneInASuspensionThatWasOverAtOnce() throws InterruptedException {
        reader.answers.add(() -> {
            client.pending.put(Samples.id(5), pending(5, "me", Duration.ZERO, 1));
            gate.shut();
            return List.of(entry(5));
        });
        GroupReading reading = reading(10, "s");
        reading.step();
        assertThat(delivered()).isEmpty();

        gate.open();
        reading.step();

        assertThat(delivered()).containsExactly("s/5-0");
    }

    @Test
    void readsNothingWhereClaimedEntriesHaveTakenAllRoom() throws InterruptedException {
        GroupReading reading = reading(2, "s");
        reading.prepare();
        for (int i = 1; i <= 2; i++) {
            client.pending.put(Samples.id(i), pending(i, "other", Duration.ofMinutes(1), 1));
        }
        clock.advance(Duration.ofSeconds(15));

        reading.step();

        assertThat(delivered()).containsExactly("s/1-0", "s/2-0");
        assertThat(reader.reads).isEmpty();
    }

    @Test
    void gathersWhatItReadsAndClaimsIntoBatches() throws InterruptedException {
        batchSize = 3;
        client.pending.put(Samples.id(1), pending(1, "me", Duration.ZERO, 1));
        reader.answers.add(() -> List.of(entry(5)));
        GroupReading reading = reading(10, "s");
        reading.prepare();
        reading.step();
        assertThat(delivered()).isEmpty();

        reader.answers.add(() -> List.of(entry(6), entry(7)));
        reading.step();

        assertThat(delivered()).containsExactly("s/1-0", "s/5-0", "s/6-0");
    }

    @Test
    void handsOnABatchThatIsNotFullInTime() throws InterruptedException {
        batchSize = 3;
        reader.answers.add(() -> List.of(entry(5)));
        GroupReading reading = reading(10, "s");
        reading.step();
        assertThat(delivered()).isEmpty();

        clock.advance(BATCH_TIMEOUT);
        client.failures.put("s", Samples.lost());
        reading.reset();
        assertThatThrownBy(reading::step).isInstanceOf(ConnectionLostException.class);

        assertThat(delivered()).as("also while the server is away").containsExactly("s/5-0");
    }

    @Test
    void handsOnABatchThatLessThanItsSizeCanBeGatheredFor() throws InterruptedException {
        batchSize = 10;
        acknowledging = true;
        reader.answers.add(() -> List.of(entry(5), entry(6)));
        GroupReading reading = reading(2, "s");

        reading.step();
        reading.step();

        assertThat(delivered()).containsExactly("s/5-0", "s/6-0");
    }

    @Test
    void recreatesALostGroupAndGoesOn() throws InterruptedException {
        GroupReading reading = reading(10, "s");
        reading.prepare();
        client.infos.put("s", Samples.streamUpTo(9));
        reader.answers.add(() -> List.of(entry(5)));
        reading.step();
        reader.answers.add(() -> {
            client.groups.clear();
            throw new NoSuchGroupException("NOGROUP", null);
        });
        reader.answers.add(() -> List.of(entry(5), entry(6)));

        reading.step();
        reading.step();

        assertThat(client.calls).containsExactly("createGroup s $", "createGroup s 4-18446744073709551615");
        assertThat(delivered()).containsExactly("s/5-0", "s/6-0");
    }

    @Test
    void readsAGroupThatIsThereThoughTheServersMemoryIsFull() throws InterruptedException {
        GroupReading reading = reading(10, "s");
        reading.prepare();
        client.groupFailure = new ServerOutOfMemoryException("OOM", null);
        reader.answers.add(() -> List.of(entry(5)));

        reading.step();

        assertThat(delivered()).containsExactly("s/5-0");
    }
}
