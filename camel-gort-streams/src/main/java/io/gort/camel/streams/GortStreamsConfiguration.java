package io.gort.camel.streams;

import java.time.Duration;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** The options of the component and its endpoints, as the user sets them: the producer's here, the others above. */
@UriParams
public class GortStreamsConfiguration extends ConsumerConfiguration implements Cloneable {

    @UriParam(
            label = "producer",
            defaultValue = "add",
            description = "What the producer does. The header CamelGortStreamsOperation overrides it.")
    private GortStreamsOperation operation = GortStreamsOperation.add;

    @UriParam(
            label = "producer",
            enums = "true,strict,false",
            defaultValue = "true",
            description =
                    "What is checked by the rules of the trade model before it is sent. true: trade records. strict:"
                            + " also Maps and JSON that go to a typed stream. false: nothing.")
    private String validate = "true";

    @UriParam(
            label = "producer",
            description =
                    "How many entries the stream keeps, 1 or more. By default as many as is usual for the data type of"
                            + " a typed stream; other streams are not trimmed. Cannot be combined with maxAge.")
    private @Nullable Long maxLength;

    @UriParam(
            label = "producer",
            description = "How old entries on the stream may get, at least one millisecond. Cannot be combined with"
                    + " maxLength.")
    private @Nullable Duration maxAge;

    @UriParam(
            label = "producer",
            defaultValue = "approximate",
            description =
                    "How the stream is trimmed. approximate: to about the length or age, which is much cheaper for the"
                            + " server. exact: exactly. none: not at all.")
    private @Nullable TrimMode trim;

    @UriParam(
            label = "producer",
            description =
                    "Names of headers that are written as fields of the entry too, with commas between. Camel's own"
                            + " headers are never written.")
    private @Nullable String headersAsFields;

    @UriParam(
            label = "producer",
            defaultValue = "true",
            description =
                    "Whether an entry may create its stream. false: an entry for a stream that does not exist fails.")
    private boolean createStream = true;

    @UriParam(
            label = "producer",
            defaultValue = "10",
            description =
                    "How often an entry is tried again after a failure that may pass: a lost connection, a server that is"
                            + " starting, read-only or out of memory. 0 is never. An entry whose answer got lost may then be"
                            + " on the stream twice, unless idempotent is true.")
    private int maxRetries = 10;

    @UriParam(
            label = "producer",
            defaultValue = "100ms",
            description =
                    "How long to wait before the first retry, at least one millisecond. Twice as long before each further"
                            + " one, less a random part of up to a half.")
    private Duration retryDelay = Duration.ofMillis(100);

    @UriParam(
            label = "producer",
            defaultValue = "5s",
            description = "How long to wait before a retry at most, at least retryDelay.")
    private Duration maxRetryDelay = Duration.ofSeconds(5);

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description =
                    "Whether an entry is added only once, however often it is tried again: by a script that remembers its"
                            + " id under a key next to the stream. Costs the server about twice the work.")
    private boolean idempotent;

    @UriParam(
            label = "producer",
            defaultValue = "5m",
            description =
                    "With idempotent, how long the server remembers an entry, at least one millisecond. Should be longer"
                            + " than all retries take.")
    private Duration idempotencyLifetime = Duration.ofMinutes(5);

    @UriParam(
            label = "producer,advanced",
            defaultValue = "16777216",
            description = "How many bytes the fields of an entry may have, names and values together, 1 or more.")
    private long maxEntrySize = 16_777_216;

    @UriParam(
            label = "producer,advanced",
            defaultValue = "256",
            description =
                    "How many entries go out in one pipeline at most, 1 or more. Entries that arrive while a round trip"
                            + " is under way go out together in the next one.")
    private int maxPipelined = 256;

    @UriParam(
            label = "producer,advanced",
            defaultValue = "10000",
            description =
                    "How many entries may wait to be sent, or for their exchanges to go on, 1 or more. If there are more,"
                            + " the sending thread waits. Counted for all producers with the same server and the same"
                            + " maxPipelined, maxQueued and queueTimeout.")
    private int maxQueued = 10_000;

    @UriParam(
            label = "producer,advanced",
            defaultValue = "30s",
            description =
                    "How long a thread waits while maxQueued entries are waiting, at least one millisecond. Then its"
                            + " exchange fails with nothing sent.")
    private Duration queueTimeout = Duration.ofSeconds(30);

    @UriParam(
            label = "producer,advanced",
            defaultValue = "heatmap:cache:{symbol}:{interval}",
            description = "Key under which heatmaps are cached, with {symbol} and {interval} in it.")
    private String heatmapCacheKey = "heatmap:cache:{symbol}:{interval}";

    @UriParam(
            label = "producer,advanced",
            enums = "2,1",
            defaultValue = "2",
            description =
                    "For which generation of clients heatmaps are cached. 2: with levels, clusters and summary. 1: with"
                            + " liquidation_levels and metadata, as the older clients read them. Either is read.")
    private int heatmapGeneration = 2;

    public GortStreamsOperation getOperation() {
        return operation;
    }

    public void setOperation(GortStreamsOperation operation) {
        this.operation = operation;
    }

    public String getValidate() {
        return validate;
    }

    public void setValidate(String validate) {
        this.validate = validate;
    }

    public @Nullable Long getMaxLength() {
        return maxLength;
    }

    public void setMaxLength(@Nullable Long maxLength) {
        this.maxLength = maxLength;
    }

    public @Nullable Duration getMaxAge() {
        return maxAge;
    }

    public void setMaxAge(@Nullable Duration maxAge) {
        this.maxAge = maxAge;
    }

    public @Nullable TrimMode getTrim() {
        return trim;
    }

    public void setTrim(@Nullable TrimMode trim) {
        this.trim = trim;
    }

    public @Nullable String getHeadersAsFields() {
        return headersAsFields;
    }

    public void setHeadersAsFields(@Nullable String headersAsFields) {
        this.headersAsFields = headersAsFields;
    }

    public String getHeatmapCacheKey() {
        return heatmapCacheKey;
    }

    public void setHeatmapCacheKey(String heatmapCacheKey) {
        this.heatmapCacheKey = heatmapCacheKey;
    }

    public boolean isCreateStream() {
        return createStream;
    }

    public void setCreateStream(boolean createStream) {
        this.createStream = createStream;
    }

    public int getMaxRetries() {
        return maxRetries;
    }

    public void setMaxRetries(int maxRetries) {
        this.maxRetries = maxRetries;
    }

    public Duration getRetryDelay() {
        return retryDelay;
    }

    public void setRetryDelay(Duration retryDelay) {
        this.retryDelay = retryDelay;
    }

    public Duration getMaxRetryDelay() {
        return maxRetryDelay;
    }

    public void setMaxRetryDelay(Duration maxRetryDelay) {
        this.maxRetryDelay = maxRetryDelay;
    }

    public boolean isIdempotent() {
        return idempotent;
    }

    public void setIdempotent(boolean idempotent) {
        this.idempotent = idempotent;
    }

    public Duration getIdempotencyLifetime() {
        return idempotencyLifetime;
    }

    public void setIdempotencyLifetime(Duration idempotencyLifetime) {
        this.idempotencyLifetime = idempotencyLifetime;
    }

    public long getMaxEntrySize() {
        return maxEntrySize;
    }

    public void setMaxEntrySize(long maxEntrySize) {
        this.maxEntrySize = maxEntrySize;
    }

    public int getMaxPipelined() {
        return maxPipelined;
    }

    public void setMaxPipelined(int maxPipelined) {
        this.maxPipelined = maxPipelined;
    }

    public int getMaxQueued() {
        return maxQueued;
    }

    public void setMaxQueued(int maxQueued) {
        this.maxQueued = maxQueued;
    }

    public Duration getQueueTimeout() {
        return queueTimeout;
    }

    public void setQueueTimeout(Duration queueTimeout) {
        this.queueTimeout = queueTimeout;
    }

    public int getHeatmapGeneration() {
        return heatmapGeneration;
    }

    public void setHeatmapGeneration(int heatmapGeneration) {
        this.heatmapGeneration = heatmapGeneration;
    }

    /** A copy that may be changed by itself. */
    public GortStreamsConfiguration copy() {
        try {
            return (GortStreamsConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }
}
