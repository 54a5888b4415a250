package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.redis.ConnectionLostException;
import io.gort.camel.streams.redis.NoSuchGroupException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Streams that appear, leave, or give trouble while a member reads. */
class GroupReadingStreamsTest extends ReadingScene {

    @Test
    void beginsStreamsAtTheStartAndThoseThatAppearAtTheirBirth() throws InterruptedException {
        client.keys.add("m:a");
        GroupReading reading = reading(10, "m:*");
        reading.prepare();
        client.keys.add("m:b");
        clock.advance(Duration.ofSeconds(10));

        reading.step();

        assertThat(client.calls).containsExactly("createGroup m:a $", "createGroup m:b 0");
    }

    @Test
    void beginsAStreamAtItsBirthAlsoWhenItsGroupCannotBeCreatedAtOnce() throws InterruptedException {
        GroupReading reading = reading(10, "m:*");
        reading.prepare();
        client.keys.addAll(Set.of("m:a", "m:b"));
        client.infos.put("m:a", Samples.streamUpTo(9));
        client.infos.put("m:b", Samples.streamUpTo(9));
        client.failures.put("m:b", Samples.lost());
        clock.advance(Duration.ofSeconds(10));
        assertThatThrownBy(reading::step).isInstanceOf(ConnectionLostException.class);

        client.failures.clear();
        reading.reset();
        reading.step();

        assertThat(client.calls).containsExactly("createGroup m:a 0", "createGroup m:b 0");
    }

    @Test
    void letsAStreamGoThatWasFoundAndDeleted() throws InterruptedException {
        client.keys.add("m:a");
        GroupReading reading = reading(10, "m:*", "s");
        reading.prepare();
        client.infos.put("s", Samples.streamUpTo(9));
        client.infos.put("m:a", Samples.streamUpTo(9));
        reader.answers.add(() -> {
            client.infos.remove("m:a");
            throw new NoSuchGroupException("NOGROUP", null);
        });

        reading.step();
        reading.step();

        assertThat(reader.reads).containsExactly(List.of("s", "m:a"), List.of("s"));
    }

    @Test
    void doesNotBringBackAFoundStreamThatWasDeletedWhileTheConnectionWasLost() throws InterruptedException {
        client.keys.add("m:a");
        GroupReading reading = reading(10, "m:*", "s");
        reading.prepare();
        client.calls.clear();

        reading.step();

        assertThat(client.calls).doesNotContain("createGroup m:a $");
        assertThat(reader.reads).containsExactly(List.of("s"));
    }

    @Test
    void setsAsideTheOneBadStreamAndReadsTheOthers() throws InterruptedException {
        GroupReading reading = reading(10, "a", "s");
        reading.prepare();
        reader.answers.add(() -> {
            throw Samples.wrongType();
        });
        reader.answers.add(() -> {
            throw Samples.wrongType();
        });
        reader.answers.add(() -> List.of(entry(5)));

        reading.step();
        reading.step();

        assertThat(delivered()).containsExactly("s/5-0");
        assertThat(reader.reads).last().isEqualTo(List.of("s"));
    }

    @Test
    void setsAStreamAsideWhosePendingEntriesItMayNotSee() throws InterruptedException {
        GroupReading reading = reading(10, "a", "b");
        reading.prepare();
        reading.step();
        client.failures.put("a", Samples.wrongType());
        clock.advance(Duration.ofSeconds(15));

        reading.step();

        assertThat(reader.reads).last().isEqualTo(List.of("b"));
    }

    @Test
    void takesNoMoreOfAStreamThatRefusesAcknowledgementsThanMayBeInFlight() throws InterruptedException {
        acknowledging = true;
        GroupReading reading = reading(2, "a", "s");
        reading.prepare();
        reader.answers.add(() -> List.of(entry(5), entry(6)));
        reading.step();
        client.failures.put("s", Samples.wrongType());
        acknowledger.flush();

        reading.step();
        assertThat(reader.reads).last().isEqualTo(List.of("a"));
        client.failures.clear();
        acknowledger.flush();
        reading.step();

        assertThat(reader.reads).last().isEqualTo(List.of("a", "s"));
    }

    @Test
    void forgetsStreamsThatAreGone() throws InterruptedException {
        client.keys.add("m:a");
        GroupReading reading = reading(10, "m:*");
        reading.prepare();
        ledger.of("m:a").acknowledged(List.of(Samples.id(8)));
        client.keys.clear();
        clock.advance(Duration.ofSeconds(10));
        reading.step();
        client.groups.clear();
        client.keys.add("m:a");
        clock.advance(Duration.ofSeconds(10));

        reading.step();

        assertThat(client.calls).last().isEqualTo("createGroup m:a 0");
        assertThat(ledger.of("m:a").highestAcknowledged()).isNull();
    }
}
