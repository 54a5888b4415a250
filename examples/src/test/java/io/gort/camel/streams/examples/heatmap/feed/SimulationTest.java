package io.gort.camel.streams.examples.heatmap.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.trade.codec.TradeCodec;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private static final int MANY = 20_000;

    private final TradeCodec codec = new TradeCodec();

    @Test
    void givesTheSameEventsForTheSameSeed() {
        assertThat(events(1, 500)).isEqualTo(events(1, 500));
        assertThat(events(1, 500)).isNotEqualTo(events(2, 500));
    }

    @Test
    void reachesEveryStream() {
        Set<String> keys = new HashSet<>();
        events(1, MANY).forEach(event -> keys.add(event.streamKey()));

        assertThat(keys).hasSize(35).containsExactlyInAnyOrderElementsOf(SimulatedFeed.streamKeys());
    }

    @Test
    void makesAboutOneBadEventInAHundred() {
        long bad = events(1, MANY).stream().filter(this::isBad).count();

        assertThat(bad).isBetween(MANY / 200L, MANY / 50L);
    }

    @Test
    void spoilsEveryEventThatItSpoils() {
        Simulation simulation = new Simulation(3, () -> 1_600_000_000_000L);
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            FeedEvent event = simulation.next();
            Map<String, String> fields = new HashMap<>(event.fields());
            BadEvents.spoil(fields, random);
            assertThat(isBad(new FeedEvent(event.stream(), fields)))
                    .as(fields.toString())
                    .isTrue();
        }
    }

    @Test
    void hasCascades() {
        List<FeedEvent> events = events(1, MANY);
        int longest = 0;
        int run = 0;
        for (int i = 1; i < events.size(); i++) {
            boolean same = events.get(i).stream()
                    .symbol()
                    .equals(events.get(i - 1).stream().symbol());
            run = same ? run + 1 : 0;
            longest = Math.max(longest, run);
        }

        assertThat(longest).isGreaterThan(10);
    }

    private boolean isBad(FeedEvent event) {
        try {
            codec.fromFields(event.stream(), event.fields());
            return false;
        } catch (InvalidEntryException e) {
            return true;
        }
    }

    private static List<FeedEvent> events(long seed, int count) {
        Simulation simulation = new Simulation(seed, () -> 1_600_000_000_000L);
        return Stream.generate(simulation::next).limit(count).toList();
    }
}
