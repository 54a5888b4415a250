package io.gort.camel.streams.testkit.conformance;

import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.entry.StreamKeys;
import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisUnderTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XPendingParams;
import redis.clients.jedis.resps.StreamEntry;
import redis.clients.jedis.resps.StreamGroupInfo;
import redis.clients.jedis.resps.StreamPendingEntry;

/**
 * Keeps the books of one group, or of one consumer without a group: what was published for it and what it handled well;
 * what is pending and dead-lettered it asks the server. Safe from any thread.
 */
public final class EntryRecorder {

    private static final int PAGE = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RedisUnderTest redis;
    private final @Nullable String group;
    private final LongSupplier countedTrimmed;
    private final Set<String> streams = new ConcurrentSkipListSet<>();
    private final Set<String> deadLetterStreams = new ConcurrentSkipListSet<>();
    private final Set<String> published = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> handled = new ConcurrentHashMap<>();
    private final List<Supplier<? extends Collection<String>>> handledElsewhere = new CopyOnWriteArrayList<>();

    /**
     * Begins with empty books.
     *
     * @param group          null where there is no group, so that nothing can be pending
     * @param countedTrimmed how many entries the consumers say were trimmed before they were handled
     */
    public EntryRecorder(RedisUnderTest redis, @Nullable String group, LongSupplier countedTrimmed) {
        this.redis = redis;
        this.group = group;
        this.countedTrimmed = countedTrimmed;
    }

    /** How an entry is called in the books. */
    public static String name(@Nullable String streamKey, @Nullable Object id) {
        return streamKey + "/" + id;
    }

    /** An entry that is to reach the group. */
    public void published(String streamKey, Object id) {
        streams.add(streamKey);
        deadLetterStreams.add(StreamKeys.deadLetterFor(streamKey));
        published.add(name(streamKey, id));
    }

    /** Entries that are no longer to reach the group. */
    void writeOff(Set<String> names) {
        published.removeAll(names);
    }

    /** Another stream where the group's dead letters may be. */
    public void deadLettersIn(String streamKey) {
        deadLetterStreams.add(streamKey);
    }

    /** An entry that was handled well. */
    public void handled(String streamKey, Object id) {
        handled.merge(name(streamKey, id), 1, Integer::sum);
    }

    /** The last step of a route: notes the entry of the exchange as handled well. */
    public Processor handled() {
        return exchange -> {
            Message message = exchange.getMessage();
            handled(streamKey(exchange), message.getHeader(GortStreamsConstants.ENTRY_ID, String.class));
        };
    }

    /** Names of entries that others, such as other processes, have handled well. */
    public void handledElsewhere(Supplier<? extends Collection<String>> names) {
        handledElsewhere.add(names);
    }

    /** How many different entries were handled well until now. */
    public int handledCount() {
        return allHandled().size();
    }

    /** How many entries were published for the group until now. */
    public int publishedCount() {
        return published.size();
    }

    /** How many entries the consumers say were trimmed before they were handled. */
    long countedTrimmed() {
        return countedTrimmed.getAsLong();
    }

    /** Where the entries are now. */
    public Account account() {
        Set<String> before = Set.copyOf(published);
        return new Account(before, allHandled(), deadLettered(), pending(), countedTrimmed());
    }

    /** What is in the books, without asking the server. */
    Account accountWithoutServer() {
        return new Account(published, Map.copyOf(handled), Set.of(), Set.of(), 0);
    }

    private Map<String, Integer> allHandled() {
        Map<String, Integer> all = new ConcurrentHashMap<>(handled);
        handledElsewhere.forEach(names -> names.get().forEach(name -> all.merge(name, 1, Integer::sum)));
        return all;
    }

    /** The names of the entries that are pending in the group now, and of those that it has still to read. */
    public Set<String> pending() {
        Set<String> pending = new HashSet<>();
        if (group != null) {
            for (String streamKey : streams) {
                groupOf(streamKey).ifPresent(info -> {
                    unreadOf(streamKey, info.getLastDeliveredId())
                            .forEach(entry -> pending.add(name(streamKey, entry.getID())));
                    pendingOf(streamKey).forEach(entry -> pending.add(name(streamKey, entry.getID())));
                });
            }
        }
        return pending;
    }

    private Optional<StreamGroupInfo> groupOf(String streamKey) {
        RedisClient client = redis.client();
        if (!"stream".equals(client.type(streamKey))) {
            return Optional.empty();
        }
        return client.xinfoGroups(streamKey).stream()
                .filter(info -> info.getName().equals(group))
                .findFirst();
    }

    private List<StreamEntry> unreadOf(String streamKey, StreamEntryID lastDelivered) {
        return redis.client().xrange(streamKey, "(" + lastDelivered, "+");
    }

    private List<StreamPendingEntry> pendingOf(String streamKey) {
        List<StreamPendingEntry> all = new ArrayList<>();
        List<StreamPendingEntry> page;
        String from = "-";
        do {
            page = redis.client().xpending(streamKey, group, new XPendingParams(from, "+", PAGE));
            all.addAll(page);
            from = page.isEmpty() ? "+" : "(" + page.get(page.size() - 1).getID();
        } while (page.size() == PAGE);
        return all;
    }

    /** The names of the entries that are dead-lettered for the group now. */
    public Set<String> deadLettered() {
        return new TreeSet<>(deadLetters());
    }

    /** The same with each dead letter on its own: more than one of an entry show as such. */
    public List<String> deadLetters() {
        return deadLetterStreams.stream()
                .filter(streamKey -> "stream".equals(redis.client().type(streamKey)))
                .flatMap(streamKey ->
                        redis.client().xrange(streamKey, (StreamEntryID) null, (StreamEntryID) null).stream())
                .map(StreamEntry::getFields)
                .filter(fields -> group != null && group.equals(fields.get("dead_letter_group")))
                .map(fields -> name(fields.get("dead_letter_stream"), fields.get("dead_letter_entry_id")))
                .toList();
    }

    Eventually eventually() {
        return redis.eventually().within(PATIENCE);
    }

    private static String streamKey(Exchange exchange) {
        return exchange.getMessage().getHeader(GortStreamsConstants.STREAM_KEY, String.class);
    }
}
