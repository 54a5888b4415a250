package io.gort.camel.streams.examples.heatmap.feed;

import java.util.List;
import java.util.stream.Stream;

/** The simulation at a given pace, without end. */
public final class SimulatedFeed implements Feed {

    /** Events per second when nobody asks for another rate. */
    public static final int DEFAULT_RATE = 500;

    private static final double SWING = 0.6;

    private final Simulation simulation;
    private final Pace pace;

    /**
     * @param seed what the simulation starts from
     * @param rate the mean rate, in events per second
     */
    public SimulatedFeed(long seed, int rate) {
        this.simulation = new Simulation(seed, System::currentTimeMillis);
        this.pace = new Pace(rate, SWING, System::nanoTime);
    }

    /** The keys of the streams that the simulation writes to: 7 exchanges × 5 symbols. */
    public static List<String> streamKeys() {
        return Simulation.EXCHANGES.stream()
                .flatMap(exchange -> Simulation.symbols().stream().map(symbol -> key(exchange, symbol)))
                .toList();
    }

    @Override
    public List<FeedEvent> take(int max) {
        pace.took(max);
        return Stream.generate(simulation::next).limit(max).toList();
    }

    @Override
    public boolean isUsedUp() {
        return false;
    }

    @Override
    public int due() {
        return pace.due();
    }

    private static String key(String exchange, String symbol) {
        return "liquidations:" + exchange + ":" + symbol;
    }
}
