package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.StreamEntry;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Handles entries in lanes, side by side, and keeps the order of each lane also when an entry of it fails. */
final class HoldingLanesRunner implements DeliveryRunner, Holds {

    private final LaneChoice choice;
    private final List<HoldingLane> lanes;

    /**
     * Opens the lanes.
     *
     * @param workers  as many threads as there are lanes
     * @param mayBegin whether anything may begin; nothing is held up when it may not
     */
    HoldingLanesRunner(
            DeliveryHandler handler, LaneChoice choice, Executor workers, Capacity capacity, BooleanSupplier mayBegin) {
        this.choice = choice;
        this.lanes = Stream.generate(() -> new HoldingLane(handler, workers, capacity, mayBegin))
                .limit(choice.lanes())
                .toList();
    }

    @Override
    public void run(DeliveryBatch batch) {
        laneOf(batch.first().entry()).add(batch);
    }

    @Override
    public void windUp() {
        lanes.forEach(HoldingLane::windUp);
    }

    @Override
    public List<StreamEntry> holders() {
        return lanes.stream().map(HoldingLane::holder).filter(Objects::nonNull).toList();
    }

    @Override
    public List<StreamEntry> heldUp() {
        return lanes.stream().flatMap(lane -> lane.heldUp().stream()).toList();
    }

    @Override
    public void release(StreamEntry holder) {
        laneOf(holder).release(holder);
    }

    @Override
    public boolean othersMayWaitBehind(StreamEntry holder) {
        return laneOf(holder).othersMayWait();
    }

    private HoldingLane laneOf(StreamEntry entry) {
        return lanes.get(choice.laneOf(entry));
    }
}
