package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class TailReadingTest {

    private static final Duration BATCH_TIMEOUT = Duration.ofSeconds(1);

    private final FakeStreamClient client = new FakeStreamClient();
    private final FakeReader reader = new FakeReader();
    private final HandClock clock = new HandClock();
    private final Gate gate = new Gate();
    private final List<String> delivered = new ArrayList<>();
    private int batchSize = 1;

    @BeforeEach
    void open() {
        gate.open();
        client.readers = () -> reader;
    }

    private TailReading reading(String... streams) {
        ConsumerSettings settings = Samples.settings(null, 0, 10, streams);
        EntryLedger ledger = new EntryLedger();
        Capacity capacity = new Capacity(10);
        ConsumerCounters counters = new ConsumerCounters();
        DeliveryHandler handler = (batch, whenRouted) -> {
            batch.deliveries().forEach(delivery -> delivered.add(delivery.toString()));
            batch.acknowledge();
            if (delivered.size() == 1) {
                gate.shut();
            }
            return true;
        };
        Dispatcher dispatcher = new Dispatcher(
                settings,
                ledger,
                capacity,
                new TailSettlements(ledger, capacity, counters),
                counters,
                new Batches(new BatchRules(batchSize, 0), BATCH_TIMEOUT, capacity, new InOrderRunner(handler), clock),
                clock,
                gate);
        return new TailReading(
                settings,
                client,
                new StreamSet(settings.streams(), client, clock, (message, cause) -> {}),
                dispatcher,
                gate,
                clock);
    }

    @Test
    void beginsBehindTheEndOfEachStream() throws InterruptedException {
        client.infos.put("s", Samples.streamUpTo(7));
        TailReading reading = reading("s", "t");

        reading.step();

        assertThat(reader.reads).containsExactly(List.of("s>7-0", "t>0-0"));
    }

    @Test
    void beginsAStreamThatAppearsAtItsBirth() throws InterruptedException {
        TailReading reading = reading("m:*");
        reading.prepare();
        client.keys.add("m:a");
        client.infos.put("m:a", Samples.streamUpTo(7));
        clock.advance(Duration.ofSeconds(10));

        reading.step();

        assertThat(reader.reads).containsExactly(List.of("m:a>0-0"));
    }

    @Test
    void handsOnAtTheEndWhatHasBeenGathered() throws InterruptedException {
        batchSize = 3;
        TailReading reading = reading("s");
        reader.answers.add(() -> List.of(entry(1), entry(2)));
        reading.step();
        assertThat(delivered).isEmpty();

        gate.shut();
        reading.windUp();

        assertThat(delivered).containsExactly("s/1-0", "s/2-0");
    }

    @Test
    void readsAgainWhatItLeftAloneWhenSuspended() throws InterruptedException {
        TailReading reading = reading("s");
        reader.answers.add(() -> List.of(entry(1), entry(2)));
        reading.step();
        assertThat(delivered).containsExactly("s/1-0");

        gate.open();
        reader.answers.add(() -> List.of(entry(2)));
        reading.step();

        assertThat(reader.reads).last().isEqualTo(List.of("s>1-0"));
        assertThat(delivered).containsExactly("s/1-0", "s/2-0");
    }
}
