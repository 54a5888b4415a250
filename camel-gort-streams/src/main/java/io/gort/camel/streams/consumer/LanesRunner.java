package io.gort.camel.streams.consumer;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Handles deliveries in lanes, side by side: in each lane one at a time, in order. A route that goes on asynchronously
 * holds its lane but no thread.
 */
final class LanesRunner implements DeliveryRunner {

    private final DeliveryHandler handler;
    private final LaneChoice choice;
    private final Executor workers;
    private final BooleanSupplier mayBegin;
    private final List<Lane> lanes;

    /**
     * Opens the lanes.
     *
     * @param workers  as many threads as there are lanes
     * @param mayBegin whether a delivery that has waited for its turn may begin; if not, it stays pending
     */
    LanesRunner(DeliveryHandler handler, LaneChoice choice, Executor workers, BooleanSupplier mayBegin) {
        this.handler = handler;
        this.choice = choice;
        this.workers = workers;
        this.mayBegin = mayBegin;
        this.lanes = Stream.generate(Lane::new).limit(choice.lanes()).toList();
    }

    @Override
    public void run(Delivery delivery) {
        lanes.get(choice.laneOf(delivery.entry())).add(delivery);
    }

    /** A queue of which at most one delivery is being handled. */
    private final class Lane {

        private final Queue<Delivery> waiting = new ArrayDeque<>();
        private boolean occupied;

        void add(Delivery delivery) {
            synchronized (this) {
                waiting.add(delivery);
                if (occupied) {
                    return;
                }
                occupied = true;
            }
            workers.execute(this::goOn);
        }

        /** Handles what waits, until nothing does or a route has gone on asynchronously and will call again. */
        private void goOn() {
            for (Delivery next = next(); next != null; next = next()) {
                if (!mayBegin.getAsBoolean()) {
                    next.abandon();
                } else if (!handle(next)) {
                    return;
                }
            }
        }

        private boolean handle(Delivery delivery) {
            try {
                return handler.handle(delivery, () -> workers.execute(this::goOn));
            } catch (RuntimeException | Error e) {
                delivery.fail(e);
                return true;
            }
        }

        private synchronized @Nullable Delivery next() {
            Delivery next = waiting.poll();
            occupied = next != null;
            return next;
        }
    }
}
