package io.gort.camel.streams.entry;

/** The names of the fields that dead letters and replayed entries carry beside those of their entry. */
public final class DeadLetterFields {

    /** What begins the names of the fields that a dead letter adds. */
    public static final String PREFIX = "dead_letter_";

    public static final String REASON = PREFIX + "reason";
    public static final String EXCEPTION = PREFIX + "exception";
    public static final String MESSAGE = PREFIX + "message";
    public static final String STREAM = PREFIX + "stream";
    public static final String ENTRY_ID = PREFIX + "entry_id";
    public static final String GROUP = PREFIX + "group";
    public static final String CONSUMER = PREFIX + "consumer";
    public static final String DELIVERY_COUNT = PREFIX + "delivery_count";
    public static final String TIME = PREFIX + "time";
    public static final String ORIGIN = PREFIX + "origin";

    /** The group for which an entry was added again; members of others acknowledge it unhandled. */
    public static final String REPLAY_OF = "replay_of";

    public static final String REPLAY_COUNT = "replay_count";
    public static final String REPLAY_GROUP = "replay_group";

    private DeadLetterFields() {}
}
