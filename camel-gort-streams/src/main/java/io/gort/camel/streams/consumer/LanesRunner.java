package io.gort.camel.streams.consumer;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Handles entries in lanes, side by side: in each lane one at a time, in order. A route that goes on asynchronously
 * holds its lane but no thread.
 */
final class LanesRunner implements DeliveryRunner {

    private final DeliveryHandler handler;
    private final LaneChoice choice;
    private final Executor workers;
    private final List<Lane> lanes;

    /**
     * Opens the lanes.
     *
     * @param workers as many threads as there are lanes
     */
    LanesRunner(DeliveryHandler handler, LaneChoice choice, Executor workers) {
        this.handler = handler;
        this.choice = choice;
        this.workers = workers;
        this.lanes = Stream.generate(Lane::new).limit(choice.lanes()).toList();
    }

    @Override
    public void run(DeliveryBatch batch) {
        lanes.get(choice.laneOf(batch.first().entry())).add(batch);
    }

    /** A queue of which at most one is being handled. */
    private final class Lane {

        private final Queue<DeliveryBatch> waiting = new ArrayDeque<>();
        private boolean occupied;

        void add(DeliveryBatch batch) {
            synchronized (this) {
                waiting.add(batch);
                if (occupied) {
                    return;
                }
                occupied = true;
            }
            workers.execute(this::goOn);
        }

        /** Handles what waits, until nothing does or a route has gone on asynchronously and will call again. */
        private void goOn() {
            DeliveryBatch next = next();
            while (next != null && handle(next)) {
                next = next();
            }
        }

        private boolean handle(DeliveryBatch batch) {
            try {
                return handler.handle(batch, () -> workers.execute(this::goOn));
            } catch (RuntimeException | Error e) {
                batch.fail(e);
                return true;
            }
        }

        private synchronized @Nullable DeliveryBatch next() {
            DeliveryBatch next = waiting.poll();
            occupied = next != null;
            return next;
        }
    }
}
