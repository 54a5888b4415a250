package io.gort.camel.streams;

import io.gort.camel.streams.consumer.AckMode;
import io.gort.camel.streams.redis.StreamClient;
import java.time.Duration;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** The options of the component and its endpoints, as the user sets them. */
@UriParams
public class GortStreamsConfiguration implements Cloneable {

    @UriParam(defaultValue = "localhost", description = "Name or address of the Redis server.")
    private String host = "localhost";

    @UriParam(defaultValue = "6379", description = "Port of the Redis server.")
    private int port = 6379;

    @UriParam(defaultValue = "0", description = "Number of the database on the server.")
    private int database;

    @UriParam(
            label = "security",
            secret = true,
            description = "ACL user to log in as. None is the server's default user.")
    private @Nullable String username;

    @UriParam(
            label = "security",
            secret = true,
            description = "Password to log in with. None if the server asks for none.")
    private @Nullable String password;

    @UriParam(
            label = "advanced",
            defaultValue = "2s",
            description = "How long opening a connection may take, at least one millisecond.")
    private Duration connectTimeout = Duration.ofSeconds(2);

    @UriParam(
            label = "advanced",
            defaultValue = "2s",
            description = "How long the answer to a command may take, at least one millisecond. A read that waits for"
                    + " entries has its block time in addition.")
    private Duration commandTimeout = Duration.ofSeconds(2);

    @UriParam(
            label = "advanced",
            defaultValue = "8",
            description = "How many connections the commands of all endpoints with the same server share. Each consumer"
                    + " has one more of its own to read.")
    private int poolSize = 8;

    @UriParam(label = "advanced", description = "Name of the connections, as the server shows it in CLIENT LIST.")
    private @Nullable String clientName;

    @UriParam(
            label = "advanced",
            description = "A ready client to use instead of own connections. It is not closed by the component.")
    @Metadata(autowired = true)
    private @Nullable StreamClient client;

    @UriParam(
            label = "consumer",
            description = "Consumer group to read as a member of. Each entry goes to one member, which acknowledges it."
                    + " Without a group every consumer sees every entry that is added from its start on, and nothing is"
                    + " acknowledged.")
    private @Nullable String group;

    @UriParam(
            label = "consumer",
            defaultValue = "$",
            description =
                    "Where the group begins if it has to be created: $ (with the entries added from then on), 0 (with"
                            + " the oldest entry), or an entry ID (with the entries after it).")
    private String groupStart = "$";

    @UriParam(
            label = "consumer",
            description =
                    "Name of the member in the group. It should stay the same over restarts, so that the member finds"
                            + " its own pending entries again. By default made of the host name, the name of the Camel context and"
                            + " the route id.")
    private @Nullable String consumerName;

    @UriParam(
            label = "consumer",
            defaultValue = "10",
            description = "How many entries of each stream one read may bring, 1 or more.")
    private int batchSize = 10;

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
            label = "consumer",
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
            description = "How long an entry in work is kept from being claimed at most.")
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
    private TrimMode trim = TrimMode.approximate;

    @UriParam(
            label = "producer",
            description =
                    "Names of headers that are written as fields of the entry too, with commas between. Camel's own"
                            + " headers are never written.")
    private @Nullable String headersAsFields;

    @UriParam(
            label = "producer,advanced",
            defaultValue = "heatmap:cache:{symbol}:{interval}",
            description = "Key under which heatmaps are cached, with {symbol} and {interval} in it.")
    private String heatmapCacheKey = "heatmap:cache:{symbol}:{interval}";

    public String getHost() {
        return host;
    }

    public void setHost(String host) {
        this.host = host;
    }

    public int getPort() {
        return port;
    }

    public void setPort(int port) {
        this.port = port;
    }

    public int getDatabase() {
        return database;
    }

    public void setDatabase(int database) {
        this.database = database;
    }

    public @Nullable String getUsername() {
        return username;
    }

    public void setUsername(@Nullable String username) {
        this.username = username;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public Duration getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public Duration getCommandTimeout() {
        return commandTimeout;
    }

    public void setCommandTimeout(Duration commandTimeout) {
        this.commandTimeout = commandTimeout;
    }

    public int getPoolSize() {
        return poolSize;
    }

    public void setPoolSize(int poolSize) {
        this.poolSize = poolSize;
    }

    public @Nullable String getClientName() {
        return clientName;
    }

    public void setClientName(@Nullable String clientName) {
        this.clientName = clientName;
    }

    public @Nullable StreamClient getClient() {
        return client;
    }

    public void setClient(@Nullable StreamClient client) {
        this.client = client;
    }

    public @Nullable String getGroup() {
        return group;
    }

    public void setGroup(@Nullable String group) {
        this.group = group;
    }

    public String getGroupStart() {
        return groupStart;
    }

    public void setGroupStart(String groupStart) {
        this.groupStart = groupStart;
    }

    public @Nullable String getConsumerName() {
        return consumerName;
    }

    public void setConsumerName(@Nullable String consumerName) {
        this.consumerName = consumerName;
    }

    public int getBatchSize() {
        return batchSize;
    }

    public void setBatchSize(int batchSize) {
        this.batchSize = batchSize;
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

    public TrimMode getTrim() {
        return trim;
    }

    public void setTrim(TrimMode trim) {
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

    /** A copy that may be changed by itself. */
    public GortStreamsConfiguration copy() {
        try {
            return (GortStreamsConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }
}
