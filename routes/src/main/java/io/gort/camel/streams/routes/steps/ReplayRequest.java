package io.gort.camel.streams.routes.steps;

import io.gort.camel.streams.GortStreamsConstants;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Says in the headers how many dead letters are replayed, and whether only to tell of it. */
public final class ReplayRequest implements Processor {

    private int count = 1_000;
    private boolean dryRun;

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        message.setHeader(GortStreamsConstants.COUNT, count);
        message.setHeader(GortStreamsConstants.DRY_RUN, dryRun);
    }

    public int getCount() {
        return count;
    }

    /**
     * How many letters at most, each time.
     *
     * @throws IllegalArgumentException if there would be none
     */
    public void setCount(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count: " + count + " (expected: 1 or more)");
        }
        this.count = count;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    /** Whether to tell only what would be done. */
    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }
}
