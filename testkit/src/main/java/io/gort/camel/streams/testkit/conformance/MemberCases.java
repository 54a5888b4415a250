package io.gort.camel.streams.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamConsumerInfo;

/** Case 36: members of which nothing is heard any more are cleaned away, never with pending entries. */
interface MemberCases extends ConformanceFixture {

    @Test
    @Case(36)
    default void staleMembersAreDeletedButNeitherLiveOnesNorThoseWithPendingEntries() throws Exception {
        EntryRecorder storage = group(GROUP);
        redis().client().xgroupCreate("orders", GROUP, new StreamEntryID(0, 0), true);
        List<String> held = publish("orders", 2);
        readByHand("holding");
        redis().client().xgroupCreateConsumer("orders", GROUP, "gone");
        redis().client().xgroupCreateConsumer("orders", GROUP, "gone-too");
        CamelContext suspended = cleaningMember("suspended", storage);
        publish("orders", 50);
        books().ends(storage, Set.of(), Set.copyOf(held));
        suspended.getRouteController().suspendRoute("suspended");
        cleaningMember("alive", storage);
        publish("orders", 50);
        books().ends(storage, Set.of(), Set.copyOf(held));

        eventually().passes(() -> assertThat(members()).doesNotContain("gone", "gone-too"));
        List<String> living = List.of("alive", "holding", "suspended");
        Awaitility.await()
                .during(Duration.ofSeconds(3))
                .until(() -> members().stream().sorted().toList().equals(living));

        publish("orders", 50);
        books().ends(storage, Set.of(), Set.copyOf(held));
    }

    @Test
    @Case(36)
    default void aDeletedMemberOfAnotherClientComesBackWithItsNextRead() throws Exception {
        EntryRecorder storage = group(GROUP);
        CamelContext cleaning = cleaningMember("cleaning", storage);
        eventually().groupExists("orders", GROUP);
        redis().client().xgroupCreateConsumer("orders", GROUP, "another");
        eventually().passes(() -> assertThat(members()).doesNotContain("another"));
        cleaning.getRouteController().suspendRoute("cleaning");
        publish("orders", 10);

        Set<String> read = readByHand("another");

        assertThat(members()).contains("another");
        cleaning.getRouteController().resumeRoute("cleaning");
        publish("orders", 50);
        books().ends(storage, Set.of(), read);
    }

    /** A member that finds others stale soon, and claims nothing meanwhile. */
    private CamelContext cleaningMember(String name, EntryRecorder storage) throws Exception {
        String options = "?group=storage&groupStart=0&blockTimeout=200ms&minIdle=1h&staleMemberAge=1s&consumerName=";
        return member(routes -> routes.from("gort-streams:orders" + options + name)
                .routeId(name)
                .process(storage.handled()));
    }

    /** The server may have given the first entry to the read that the suspended member was just breaking off. */
    private Set<String> readByHand(String consumer) {
        return redis()
                .client()
                .xreadGroup(
                        GROUP,
                        consumer,
                        XReadGroupParams.xReadGroupParams().count(10),
                        Map.of("orders", StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY))
                .stream()
                .flatMap(stream -> stream.getValue().stream())
                .map(entry -> "orders/" + entry.getID())
                .collect(Collectors.toSet());
    }

    private List<String> members() {
        return redis().client().xinfoConsumers2("orders", GROUP).stream()
                .map(StreamConsumerInfo::getName)
                .toList();
    }
}
