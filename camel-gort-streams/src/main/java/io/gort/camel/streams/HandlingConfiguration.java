package io.gort.camel.streams;

import io.gort.camel.streams.entry.OnLaneFailure;
import java.time.Duration;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The options of how many entries a consumer handles, together and side by side, on top of those of its group. */
@UriParams
public abstract class HandlingConfiguration extends MembershipConfiguration {

    @UriParam(
            label = "consumer",
            defaultValue = "10",
            description = "How many entries of each stream one read may bring, 1 or more; with batching also how many"
                    + " entries an exchange has at most.")
    private int batchSize = 10;

    @UriParam(
            label = "consumer",
            defaultValue = "false",
            description =
                    "Whether entries go through the route together: up to batchSize in one exchange, whose body is a"
                            + " List of StreamEntry. If the exchange fails all of them are tried again, whatever the cause; the"
                            + " BatchAcknowledgment in the header CamelGortStreamsAcknowledgment tells of single entries. What"
                            + " has failed twice, or is delivered for the last time, comes in a batch of its own. Needs lanes=1,"
                            + " or lanes=0 for batches in no order.")
    private boolean batching;

    @UriParam(
            label = "consumer",
            defaultValue = "1s",
            description =
                    "How long the first entry of a batch waits for others, at least one millisecond. A batch goes out"
                            + " earlier when it has batchSize entries, or when maxInFlight lets no more come.")
    private Duration batchTimeout = Duration.ofSeconds(1);

    @UriParam(
            label = "consumer",
            defaultValue = "1000",
            description =
                    "How many entries may be on their way at once, read but neither done nor failed. Nothing more is"
                            + " read while there are so many.")
    private int maxInFlight = 1000;

    @UriParam(
            label = "consumer",
            defaultValue = "1",
            description =
                    "How many entries are handled side by side. 1: one at a time, in the order of their ids, on the"
                            + " thread that reads. More: in each of so many lanes one at a time, in order. 0: in no order, up to"
                            + " maxInFlight at once.")
    private int lanes = 1;

    @UriParam(
            label = "consumer",
            defaultValue = "stream",
            description =
                    "What entries share a lane and so keep their order. stream: those of one stream. field:NAME: those"
                            + " with the same value of the field NAME.")
    private String laneBy = "stream";

    @UriParam(
            label = "consumer",
            defaultValue = "CONTINUE",
            description =
                    "What becomes of a lane whose entry has failed and will be tried again. CONTINUE: the next entry"
                            + " follows, the failed one comes later. HOLD: the lane waits until the failed entry is done or"
                            + " dead-lettered, so that its order is kept, and other lanes go on. What waits is kept alive, up"
                            + " to maxInFlight entries on top of those on their way. The next entry of a lane begins only when"
                            + " the fate of the one before it is known. Needs a group, lanes of 1 or more and keepAlive.")
    private OnLaneFailure onLaneFailure = OnLaneFailure.CONTINUE;

    public int getBatchSize() {
        return batchSize;
    }

    public void setBatchSize(int batchSize) {
        this.batchSize = batchSize;
    }

    public boolean isBatching() {
        return batching;
    }

    public void setBatching(boolean batching) {
        this.batching = batching;
    }

    public Duration getBatchTimeout() {
        return batchTimeout;
    }

    public void setBatchTimeout(Duration batchTimeout) {
        this.batchTimeout = batchTimeout;
    }

    public int getMaxInFlight() {
        return maxInFlight;
    }

    public void setMaxInFlight(int maxInFlight) {
        this.maxInFlight = maxInFlight;
    }

    public int getLanes() {
        return lanes;
    }

    public void setLanes(int lanes) {
        this.lanes = lanes;
    }

    public String getLaneBy() {
        return laneBy;
    }

    public void setLaneBy(String laneBy) {
        this.laneBy = laneBy;
    }

    public OnLaneFailure getOnLaneFailure() {
        return onLaneFailure;
    }

    public void setOnLaneFailure(OnLaneFailure onLaneFailure) {
        this.onLaneFailure = onLaneFailure;
    }
}
