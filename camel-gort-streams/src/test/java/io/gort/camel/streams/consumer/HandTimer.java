package io.gort.camel.streams.consumer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Notes what is planned and runs it when told to, on the caller's thread. */
public final class HandTimer extends ScheduledThreadPoolExecutor {

    public final List<Long> plannedAfterMillis = new ArrayList<>();
    private final List<Runnable> planned = new ArrayList<>();
    private boolean stopped;

    public HandTimer() {
        super(0);
    }

    void refuse() {
        stopped = true;
    }

    public void runPlanned() {
        List<Runnable> now = List.copyOf(planned);
        planned.clear();
        plannedAfterMillis.clear();
        now.forEach(Runnable::run);
    }

    @Override
    public void execute(Runnable task) {
        plan(task, 0);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        plan(task, unit.toMillis(delay));
        return new Planned();
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long initial, long delay, TimeUnit unit) {
        return new Planned();
    }

    private synchronized void plan(Runnable task, long millis) {
        if (stopped) {
            throw new RejectedExecutionException("stopped");
        }
        planned.add(task);
        plannedAfterMillis.add(millis);
    }

    private static final class Planned implements ScheduledFuture<Object> {
        @Override
        public long getDelay(TimeUnit unit) {
            return 0;
        }

        @Override
        public int compareTo(Delayed other) {
            return 0;
        }

        @Override
        public boolean cancel(boolean mayInterrupt) {
            return false;
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public @Nullable Object get() {
            return null;
        }

        @Override
        public @Nullable Object get(long timeout, TimeUnit unit) {
            return null;
        }
    }
}
