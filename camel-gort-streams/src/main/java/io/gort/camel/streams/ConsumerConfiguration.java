package io.gort.camel.streams;

import io.gort.camel.streams.entry.AckMode;
import java.time.Duration;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** The options of a consumer, on top of those of how it handles entries. */
@UriParams
public abstract class ConsumerConfiguration extends HandlingConfiguration {

    @UriParam(
            label = "consumer",
            defaultValue = "5s",
            description = "How long a read waits on the server for entries, at least one millisecond.")
    private Duration blockTimeout = Duration.ofSeconds(5);

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

    public Duration getBlockTimeout() {
        return blockTimeout;
    }

    public void setBlockTimeout(Duration blockTimeout) {
        this.blockTimeout = blockTimeout;
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
