package io.gort.camel.streams;

import org.apache.camel.spi.Metadata;

/** The names of the headers that the component reads and writes. */
public final class GortStreamsConstants {

    /** The URI scheme of the component. */
    public static final String SCHEME = "gort-streams";

    @Metadata(
            description =
                    "The key of the stream. From the consumer: where the entry stands; a List of keys in order for a"
                            + " batch. To the producer: where the entry goes, instead of the path of the endpoint; a value"
                            + " that a consumer or producer of this component has put there is not an instruction. From"
                            + " the producer: where the entry went; a List of keys for a List body.",
            javaType = "String or List<String>")
    public static final String STREAM_KEY = "CamelGortStreamsStreamKey";

    @Metadata(
            description =
                    "The id of the entry; a List of ids in order for a batch. To the producer: the id that the entry"
                            + " gets, where a value that this component has put there is not an instruction; for the"
                            + " operations delete, acknowledge and claim the ids of entries, with commas between or as a"
                            + " List. From the producer: the id that it got; a List of ids in order for a List body.",
            javaType = "String or List<String>")
    public static final String ENTRY_ID = "CamelGortStreamsEntryId";

    @Metadata(
            label = "consumer",
            description = "The data type of a typed stream, such as liquidations",
            javaType = "String")
    public static final String DATA_TYPE = "CamelGortStreamsDataType";

    @Metadata(
            description =
                    "The exchange of a typed stream. To the producer: completes a path that is only a data type, if"
                            + " the body does not tell.",
            javaType = "String")
    public static final String EXCHANGE = "CamelGortStreamsExchange";

    @Metadata(
            description = "The symbol of a typed stream. To the producer: completes a path that is only a data type, if"
                    + " the body does not tell.",
            javaType = "String")
    public static final String SYMBOL = "CamelGortStreamsSymbol";

    @Metadata(
            description = "The consumer group. To the producer: the group that an operation is about, instead of the"
                    + " option group; where the option is given, a value that a consumer of this component has put there"
                    + " is not an instruction.",
            javaType = "String")
    public static final String GROUP = "CamelGortStreamsGroup";

    @Metadata(
            description =
                    "The name of the group member that handles the entry. To the producer: the member whose pending"
                            + " entries are wanted, where a value that a consumer of this component has put there is not an"
                            + " instruction, or which claims entries, instead of the option consumerName.",
            javaType = "String")
    public static final String CONSUMER_NAME = "CamelGortStreamsConsumerName";

    @Metadata(
            label = "consumer",
            description = "How often the entry was delivered, this time included; a List in order for a batch",
            javaType = "long or List<Long>")
    public static final String DELIVERY_COUNT = "CamelGortStreamsDeliveryCount";

    @Metadata(label = "consumer", description = "How many entries the batch has, with batching=true", javaType = "int")
    public static final String BATCH_SIZE = "CamelGortStreamsBatchSize";

    @Metadata(
            label = "consumer",
            description = "The handle to acknowledge the entry by, with ackMode=MANUAL. With batching=true, in every"
                    + " ackMode, the BatchAcknowledgment by which single entries of the batch can be told to have"
                    + " failed.",
            javaType = "io.gort.camel.streams.Acknowledgment")
    public static final String ACKNOWLEDGMENT = "CamelGortStreamsAcknowledgment";

    @Metadata(
            label = "producer",
            description = "What the producer does, instead of the option operation",
            javaType = "io.gort.camel.streams.GortStreamsOperation")
    public static final String OPERATION = "CamelGortStreamsOperation";

    @Metadata(
            label = "producer",
            description =
                    "With idempotent=true, what tells the entry from all others of its stream. An entry with the key of one"
                            + " that was added within idempotencyLifetime is not added; the exchange gets the id of that"
                            + " one. The elements of a List are told apart by their index. None is a new key for each"
                            + " exchange and endpoint.",
            javaType = "String")
    public static final String IDEMPOTENCY_KEY = "CamelGortStreamsIdempotencyKey";

    @Metadata(label = "producer", description = "The interval of the heatmap to get, such as 1m", javaType = "String")
    public static final String INTERVAL = "CamelGortStreamsInterval";

    @Metadata(
            label = "producer",
            description =
                    "Where the part of a stream begins that an operation is about: an entry ID, which belongs to it,"
                            + " or a time (an Instant, its text such as 2025-09-04T12:00:00Z, or milliseconds since 1970). None is"
                            + " the beginning of the stream.",
            javaType = "String")
    public static final String FROM = "CamelGortStreamsFrom";

    @Metadata(
            label = "producer",
            description =
                    "Where the part of a stream ends that an operation is about: an entry ID, which belongs to it,"
                            + " or a time as for CamelGortStreamsFrom. None is the end of the stream.",
            javaType = "String")
    public static final String TO = "CamelGortStreamsTo";

    @Metadata(
            label = "producer",
            description = "How many entries an operation deals with at most, 1 to 1000000. None is 1000.",
            javaType = "Integer")
    public static final String COUNT = "CamelGortStreamsCount";

    @Metadata(
            label = "producer",
            description = "How many entries the operations add and trim leave on a stream, 1 or more, instead of the"
                    + " options maxLength and maxAge.",
            javaType = "Long")
    public static final String MAX_LENGTH = "CamelGortStreamsMaxLength";

    @Metadata(
            label = "producer",
            description =
                    "How old the entries are that the operations add, trim and deleteOlderThan leave on a stream at most,"
                            + " instead of the options maxLength and maxAge: a Duration, its text, or milliseconds.",
            javaType = "java.time.Duration")
    public static final String MAX_AGE = "CamelGortStreamsMaxAge";

    @Metadata(
            label = "producer",
            description =
                    "How the operations add, trim and deleteOlderThan cut, instead of the option trim: approximate"
                            + " or exact, for add also none. None is approximate for trim, exact for deleteOlderThan.",
            javaType = "io.gort.camel.streams.TrimMode")
    public static final String TRIM = "CamelGortStreamsTrim";

    @Metadata(
            label = "producer",
            description =
                    "The first entry that the operation deleteOlderThan leaves on a stream: an entry ID, or a time as"
                            + " for CamelGortStreamsFrom.",
            javaType = "String")
    public static final String OLDER_THAN = "CamelGortStreamsOlderThan";

    @Metadata(
            label = "producer",
            description = "How long a pending entry must have been idle for the operations pending and claim, as"
                    + " CamelGortStreamsMaxAge. For claim instead of the option minIdle.",
            javaType = "java.time.Duration")
    public static final String MIN_IDLE = "CamelGortStreamsMinIdle";

    @Metadata(
            label = "producer",
            description =
                    "Where the operations createGroup and rewindGroup let a group begin: $ (with the entries added"
                            + " from now on), an entry ID (with the entries after it), or a time as for CamelGortStreamsFrom (with"
                            + " the entries of that time and later). For createGroup instead of the option groupStart.",
            javaType = "String")
    public static final String GROUP_START = "CamelGortStreamsGroupStart";

    @Metadata(
            label = "producer",
            description = "Whether the operation createGroup may create the stream too. None is true.",
            javaType = "Boolean")
    public static final String MAKE_STREAM = "CamelGortStreamsMakeStream";

    @Metadata(
            label = "producer",
            description = "Whether replayDeadLetters and purgeDeadLetters only tell what they would do.",
            javaType = "Boolean")
    public static final String DRY_RUN = "CamelGortStreamsDryRun";

    private GortStreamsConstants() {}
}
