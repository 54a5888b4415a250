package io.gort.camel.streams.consumer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides what the next read asks for, so that its answer fits the room there is: a read brings up to {@code count}
 * entries of <em>each</em> stream. Where there are more streams than room, they take turns. One thread only.
 */
final class ReadPlan {

    /** How long a read waits that leaves some streams out. */
    static final Duration TURN = Duration.ofMillis(20);

    private final int batchSize;
    private final Duration blockTimeout;
    private int turn;

    /**
     * A read.
     *
     * @param streamKeys which streams
     * @param count      at most so many entries of each
     * @param block      how long to wait
     */
    record Read(List<String> streamKeys, int count, Duration block) {}

    ReadPlan(int batchSize, Duration blockTimeout) {
        this.batchSize = batchSize;
        this.blockTimeout = blockTimeout;
    }

    /**
     * Plans a read.
     *
     * @param streamKeys all streams, at least one
     * @param room       how many entries may come, at least one
     * @param longest    how long the read may wait
     */
    Read next(List<String> streamKeys, int room, Duration longest) {
        Duration block = longest.compareTo(blockTimeout) < 0 ? longest : blockTimeout;
        if (streamKeys.size() <= room) {
            return new Read(streamKeys, Math.min(batchSize, room / streamKeys.size()), block);
        }
        List<String> some = new ArrayList<>(room);
        for (int i = 0; i < room; i++) {
            some.add(streamKeys.get(Math.floorMod(turn++, streamKeys.size())));
        }
        return new Read(some, 1, block.compareTo(TURN) < 0 ? block : TURN);
    }
}
