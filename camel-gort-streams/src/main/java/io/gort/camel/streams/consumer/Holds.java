package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.StreamEntry;
import java.util.List;

/** Failed entries that hold up those behind them. Safe from any thread. */
interface Holds {

    /** Where nothing is held up. */
    Holds NONE = new Holds() {
        @Override
        public List<StreamEntry> holders() {
            return List.of();
        }

        @Override
        public List<StreamEntry> heldUp() {
            return List.of();
        }

        @Override
        public void release(StreamEntry holder) {
            throw new IllegalStateException("nothing is held up by " + holder.id());
        }

        @Override
        public boolean othersMayWaitBehind(StreamEntry holder) {
            return false;
        }
    };

    /** The entries that others wait for, and that are not on their way at present. */
    List<StreamEntry> holders();

    /** The entries that wait for them. */
    List<StreamEntry> heldUp();

    /** The entry is waited for no longer: what is behind it goes on. */
    void release(StreamEntry holder);

    /**
     * Whether something waits for the entry that was delivered before, so that another member may wait for it in turn.
     */
    boolean othersMayWaitBehind(StreamEntry holder);
}
