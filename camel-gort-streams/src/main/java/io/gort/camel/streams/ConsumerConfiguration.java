package io.gort.camel.streams;

import io.gort.camel.streams.entry.AckMode;
import java.time.Duration;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** The options of a consumer, on top of those of its group and its connection. */
@UriParams
public abstract class ConsumerConfiguration extends MembershipConfiguration {

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
            defaultValue = "5s",
            description = "How long a read waits on the server for entries, at least one millisecond.")
    private Duration blockTimeout = Duration.ofSeconds(5);

    @UriParam(
            label = "consumer",
            defaultValue = "1000",
            description =
                    "How many entries may be on their way at once, read but neither done nor failed. Nothing more is"
                            + " read while there are so many.")
    private int maxInFlight = 1000;

    @UriParam(
            label = "consumer",
            defaultValue = "AUTO",
            description =
                    "Who acknowledges an entry. AUTO: the consumer, once the exchange has completed well. MANUAL: the"
                            + " route, through the handle in the header CamelGortStreamsAcknowledgment. NONE: nobody; the"
                            + " server counts an entry as done when it hands it out, so that each is handled at most once"
                            + " and what fails is lost.")
    private AckMode ackMode = AckMode.AUTO;

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
            defaultValue = "60s",
            description =
                    "How long a pending entry must have been idle before another member may claim it; it is the wait"
                            + " before a failed entry is tried again. Needs a group.")
    private @Nullable Duration minIdle;

    @UriParam(
            label = "consumer",
            defaultValue = "15s",
            description = "How often the consumer looks for entries to claim.")
    private Duration claimInterval = Duration.ofSeconds(15);

    @UriParam(
            label = "consumer",
            defaultValue = "true",
            description =
                    "Whether entries in work are kept from being claimed by other members, however long they take, up"
                            + " to maxProcessingTime.")
    private boolean keepAlive = true;

    @UriParam(
            label = "consumer",
            defaultValue = "30m",
            description =
                    "How long an entry in work is kept from being claimed at most; with ackMode=MANUAL also how long"
                            + " its handle may be left unused before the entry is left pending.")
    private Duration maxProcessingTime = Duration.ofMinutes(30);

    @UriParam(
            label = "consumer",
            defaultValue = "0",
            description = "How often the route may run an entry. The failure of the last run moves the entry to the"
                    + " dead-letter stream, as does the first failure of an entry that is invalid. 0: any number, failed"
                    + " entries stay pending. Needs a group.")
    private int maxDeliveries;

    @UriParam(
            label = "consumer",
            description =
                    "Stream for entries that are given up. By default each stream has its own: dead-letter:{key}.")
    private @Nullable String deadLetterStream;

    @UriParam(
            label = "consumer",
            defaultValue = "10000",
            description = "About how many entries a dead-letter stream keeps, 1 or more.")
    private long deadLetterLength = 10_000;

    @UriParam(
            label = "consumer",
            defaultValue = "10s",
            description = "How often streams that match a pattern are looked for.")
    private Duration discoveryInterval = Duration.ofSeconds(10);

    @UriParam(
            label = "consumer",
            defaultValue = "false",
            description =
                    "Whether the consumer starts though the server cannot be reached, and waits for it with its health"
                            + " check DOWN. Otherwise the start fails.")
    private boolean startWhenDown;

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

    public Duration getBlockTimeout() {
        return blockTimeout;
    }

    public void setBlockTimeout(Duration blockTimeout) {
        this.blockTimeout = blockTimeout;
    }

    public int getMaxInFlight() {
        return maxInFlight;
    }

    public void setMaxInFlight(int maxInFlight) {
        this.maxInFlight = maxInFlight;
    }

    public AckMode getAckMode() {
        return ackMode;
    }

    public void setAckMode(AckMode ackMode) {
        this.ackMode = ackMode;
    }

    public @Nullable Duration getMinIdle() {
        return minIdle;
    }

    public void setMinIdle(@Nullable Duration minIdle) {
        this.minIdle = minIdle;
    }

    public Duration getClaimInterval() {
        return claimInterval;
    }

    public void setClaimInterval(Duration claimInterval) {
        this.claimInterval = claimInterval;
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

    public boolean isKeepAlive() {
        return keepAlive;
    }

    public void setKeepAlive(boolean keepAlive) {
        this.keepAlive = keepAlive;
    }

    public Duration getMaxProcessingTime() {
        return maxProcessingTime;
    }

    public void setMaxProcessingTime(Duration maxProcessingTime) {
        this.maxProcessingTime = maxProcessingTime;
    }

    public int getMaxDeliveries() {
        return maxDeliveries;
    }

    public void setMaxDeliveries(int maxDeliveries) {
        this.maxDeliveries = maxDeliveries;
    }

    public @Nullable String getDeadLetterStream() {
        return deadLetterStream;
    }

    public void setDeadLetterStream(@Nullable String deadLetterStream) {
        this.deadLetterStream = deadLetterStream;
    }

    public long getDeadLetterLength() {
        return deadLetterLength;
    }

    public void setDeadLetterLength(long deadLetterLength) {
        this.deadLetterLength = deadLetterLength;
    }

    public Duration getDiscoveryInterval() {
        return discoveryInterval;
    }

    public void setDiscoveryInterval(Duration discoveryInterval) {
        this.discoveryInterval = discoveryInterval;
    }

    public boolean isStartWhenDown() {
        return startWhenDown;
    }

    public void setStartWhenDown(boolean startWhenDown) {
        this.startWhenDown = startWhenDown;
    }
}
