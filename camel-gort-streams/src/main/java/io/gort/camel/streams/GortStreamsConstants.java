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
                            + " gets, where a value that this component has put there is not an instruction. From the"
                            + " producer: the id that it got; a List of ids in order for a List body.",
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

    @Metadata(label = "consumer", description = "The consumer group", javaType = "String")
    public static final String GROUP = "CamelGortStreamsGroup";

    @Metadata(
            label = "consumer",
            description = "The name of the group member that handles the entry",
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

    @Metadata(label = "producer", description = "The interval of the heatmap to get, such as 1m", javaType = "String")
    public static final String INTERVAL = "CamelGortStreamsInterval";

    @Metadata(
            label = "producer",
            description = "The first entry ID of an operation on a range. None is the beginning of the stream.",
            javaType = "String")
    public static final String FROM = "CamelGortStreamsFrom";

    @Metadata(
            label = "producer",
            description = "The last entry ID of an operation on a range. None is the end of the stream.",
            javaType = "String")
    public static final String TO = "CamelGortStreamsTo";

    @Metadata(
            label = "producer",
            description = "How many entries an operation on a range deals with at most, 1 or more. None is 1000.",
            javaType = "Integer")
    public static final String COUNT = "CamelGortStreamsCount";

    @Metadata(
            label = "producer",
            description = "Whether replayDeadLetters and purgeDeadLetters only tell what they would do.",
            javaType = "Boolean")
    public static final String DRY_RUN = "CamelGortStreamsDryRun";

    private GortStreamsConstants() {}
}
