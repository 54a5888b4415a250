package io.gort.camel.streams.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TcpProxy;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.XPendingParams;
import redis.clients.jedis.resps.StreamPendingEntry;

/**
 * Publishes and consumes for {@code gort.soak.minutes}, 10 unless told otherwise, while one thing after another goes
 * wrong, in a series that {@code gort.soak.seed} makes; then draws up the account. The profile {@code soak} runs it.
 */
class ManyFaultsSoak {

    private static final Logger LOG = LoggerFactory.getLogger(ManyFaultsSoak.class);
    private static final Duration LENGTH = Duration.ofMinutes(Integer.getInteger("gort.soak.minutes", 10));
    private static final long SEED = Long.getLong("gort.soak.seed", System.nanoTime());
    private static final List<String> STREAMS = List.of("orders:0", "orders:1", "orders:2", "orders:3");
    private static final Duration RECOVERY = Duration.ofSeconds(60);
    private static final int GOES_ON = 50;
    private static final double MEGABYTE = 1_048_576;
    private static final long MORE_HEAP_IN_MEGABYTES = 32;

    private final CaseBooks books = new CaseBooks(group -> 0);
    private final Map<String, Integer> happened = new TreeMap<>();
    private final List<AutoCloseable> toClose = new ArrayList<>();
    private final RedisServerProcess server = closedAfterwards(RedisServerProcess.settings()
            .persistent()
            .set("appendfsync", "everysec")
            .start());
    private final TcpProxy proxy = closedAfterwards(TcpProxy.to(server.redis()));
    private final RedisUnderTest throughProxy = RedisUnderTest.at("127.0.0.1", proxy.port());
    private final SoakNotes notes = closedAfterwards(new SoakNotes());

    @Test
    void whateverGoesWrongNothingIsLostAndNothingIsLeftBehind() throws Exception {
        LOG.info("Soaking for {} with -Dgort.soak.seed={}", LENGTH, SEED);
        SoakPublisher publisher = closedAfterwards(new SoakPublisher(throughProxy, STREAMS, notes));
        SoakMembers members = closedAfterwards(new SoakMembers(throughProxy, STREAMS, notes));
        SoakFaults faults = new SoakFaults(server, proxy, STREAMS, members, notes, new Random(SEED));
        goesOn("the start");

        long heapAtStart = usedHeap();
        makeTrouble(faults, LENGTH.dividedBy(2));
        long heapInTheMiddle = usedHeap();
        makeTrouble(faults, LENGTH.dividedBy(2));
        publisher.end();
        long heapAtEnd = usedHeap();
        LOG.info("Seed {}: {}; published again {} times", SEED, happened, publisher.triedAgain());
        LOG.info("Heap in use: {} MB, {} MB, {} MB", heapAtStart, heapInTheMiddle, heapAtEnd);

        List<EntryRecorder> recorders = openBooks();
        for (int i = 0; i < recorders.size(); i++) {
            nothingStaysPending(SoakMembers.GROUPS.get(i), recorders.get(i));
        }
        members.end();
        publisher.close();
        nothingIsLeftBehind();
        for (int i = 0; i < recorders.size(); i++) {
            String group = SoakMembers.GROUPS.get(i);
            recorders.get(i).handledElsewhere(() -> members.handled(group));
            balances(group, recorders.get(i));
        }
        eachEntryIsOnItsStreamOnce();
        assertThat(heapAtEnd - heapAtStart).as("more heap in use, MB").isLessThan(MORE_HEAP_IN_MEGABYTES);
    }

    private void makeTrouble(SoakFaults faults, Duration length) throws Exception {
        long until = System.nanoTime() + length.toNanos();
        while (true) {
            for (SoakFaults.Named each : faults.round()) {
                if (System.nanoTime() > until) {
                    return;
                }
                LOG.info("Seed {}: {}", SEED, each.name());
                each.fault().happen();
                happened.merge(each.name(), 1, Integer::sum);
                goesOn(each.name());
            }
        }
    }

    /** Waits until the members of each group in this process have handled some more entries. */
    private void goesOn(String after) {
        long began = System.nanoTime();
        for (String group : SoakMembers.GROUPS) {
            long before = notes.handledCount(group);
            Awaitility.await(group + " goes on after: " + after + ", seed " + SEED)
                    .atMost(RECOVERY)
                    .until(() -> notes.handledCount(group) >= before + GOES_ON);
        }
        LOG.info(
                "Went on after: {}, {} ms",
                after,
                Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    /** Books for each group, with everything in them that was published. */
    private List<EntryRecorder> openBooks() {
        List<EntryRecorder> recorders = SoakMembers.GROUPS.stream()
                .map(group -> books.open(server.redis(), group))
                .toList();
        for (String name : notes.published()) {
            int slash = name.lastIndexOf('/');
            books.published(name.substring(0, slash), name.substring(slash + 1));
        }
        return recorders;
    }

    private void nothingStaysPending(String group, EntryRecorder recorder) {
        recorder.eventually()
                .passes(() -> assertThat(recorder.pending())
                        .as(() -> "pending in " + group + ": " + held(group))
                        .isEmpty());
    }

    /** The oldest pending entries of each stream: by whom, for how long, and how often delivered. */
    private List<StreamPendingEntry> held(String group) {
        return STREAMS.stream()
                .flatMap(streamKey ->
                        server.redis().client().xpending(streamKey, group, new XPendingParams("-", "+", 10)).stream())
                .toList();
    }

    private void nothingIsLeftBehind() {
        proxy.mend(); // a connection that its client has given up ends now
        server.redis().eventually().passes(() -> {
            assertThat(LifeCases.threads()).as("threads").isEmpty();
            assertThat(LifeCases.connections(server.redis())).as("connections").isZero();
        });
    }

    /** published = handled ∪ dead-lettered ∪ trimmed, and nothing is pending. */
    private void balances(String group, EntryRecorder recorder) {
        Set<String> trimmed = new HashSet<>(recorder.account().missing());
        trimmed.retainAll(Set.copyOf(notes.deleted()));
        int published = recorder.publishedCount();
        recorder.writeOff(trimmed);
        Account account = books.balanced(recorder);
        Set<String> both = new HashSet<>(account.deadLettered());
        both.retainAll(account.handled().keySet());
        LOG.info(
                "{}: {} published, {} handled, {} of them again, {} dead-lettered, {} of them handled too, {} trimmed",
                group,
                published,
                account.handled().size(),
                account.duplicates(),
                account.deadLettered().size(),
                both.size(),
                trimmed.size());
        assertThat(account.pending()).as("pending").isEmpty();
        assertThat(recorder.deadLetters()).as("dead letters").doesNotHaveDuplicates();
    }

    private void eachEntryIsOnItsStreamOnce() {
        RedisClient client = server.redis().client();
        Set<String> onStreams = new HashSet<>(notes.deleted());
        for (String streamKey : STREAMS) {
            client.xrange(streamKey, "-", "+")
                    .forEach(entry -> onStreams.add(EntryRecorder.name(streamKey, entry.getID())));
        }
        assertThat(notes.published()).as("published").doesNotHaveDuplicates();
        assertThat(onStreams).as("on the streams").isEqualTo(Set.copyOf(notes.published()));
    }

    /** In MB, after a collection. */
    private static long usedHeap() {
        System.gc();
        return Math.round(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE);
    }

    private <T extends AutoCloseable> T closedAfterwards(T resource) {
        toClose.add(0, resource);
        return resource;
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable resource : toClose) {
            resource.close();
        }
    }
}
