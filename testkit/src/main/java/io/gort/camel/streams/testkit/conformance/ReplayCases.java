package io.gort.camel.streams.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.Replay;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.params.XTrimParams;

/** Case 19: replay gives dead letters another try, once, in the group that failed and in no other. */
interface ReplayCases extends ConformanceFixture {

    String DEAD_LETTERS = "dead-letter:{orders}";

    @Test
    @Case(19)
    default void replayPutsDeadLettersBackOnceIntoTheGroupThatFailedOnly() throws Exception {
        EntryRecorder storage = group(GROUP);
        EntryRecorder alerts = group("alerts");
        AtomicBoolean mended = new AtomicBoolean();
        CamelContext context = failingUntilMended(storage, alerts, mended);
        List<String> names = publish("orders", 20);
        books().ends(storage, Set.copyOf(names), Set.of());
        books().allHandledOnce(alerts);

        mended.set(true);
        assertThat(replay(context)).hasSize(20).containsOnly(Replay.Outcome.PUT_BACK);
        assertThat(replay(context)).isEmpty();

        books().allHandledOnce(storage);
        books().allHandledOnce(alerts);
        assertThat(redis().client().xlen("orders")).as("nothing was added").isEqualTo(20);
    }

    @Test
    @Case(19)
    default void replayAddsWhatWasTrimmedAgainAndOnlyTheGroupThatFailedHandlesIt() throws Exception {
        EntryRecorder storage = group(GROUP);
        EntryRecorder alerts = group("alerts");
        AtomicBoolean mended = new AtomicBoolean();
        CamelContext context = failingUntilMended(storage, alerts, mended);
        List<String> names = publish("orders", 20);
        books().ends(storage, Set.copyOf(names), Set.of());
        books().allHandledOnce(alerts);
        redis().client().xtrim("orders", XTrimParams.xTrimParams().maxLen(5));

        mended.set(true);
        assertThat(replay(context)).hasSize(20).containsOnly(Replay.Outcome.PUT_BACK, Replay.Outcome.ADDED);

        // those added again have names of their own, which tell what they are a replay of
        Set<String> stillThere = new HashSet<>(names.subList(15, 20));
        List<Map<String, String>> addedAgain = redis().client().xrange("orders", "-", "+").stream()
                .filter(entry -> entry.getFields().containsKey("replay_of"))
                .peek(entry -> storage.published("orders", entry.getID()))
                .map(entry -> entry.getFields())
                .toList();
        assertThat(addedAgain)
                .extracting(fields -> EntryRecorder.name("orders", fields.get("replay_of")))
                .containsExactlyElementsOf(names.subList(0, 15));
        storage.writeOff(Set.copyOf(names.subList(0, 15)));
        books().allHandledOnce(storage);
        books().allHandledOnce(alerts);
        assertThat(books().balanced(storage).handled().keySet())
                .containsAll(stillThere)
                .hasSize(20);
        for (String group : List.of(GROUP, "alerts")) {
            eventually().pendingIs("orders", group, 0);
        }
    }

    private CamelContext failingUntilMended(EntryRecorder storage, EntryRecorder alerts, AtomicBoolean mended)
            throws Exception {
        return member(routes -> {
            routes.from(from("orders") + "&maxDeliveries=1")
                    .filter(exchange -> !mended.get())
                    .throwException(new IllegalStateException("not yet"))
                    .end()
                    .process(storage.handled());
            routes.from(from("orders", "alerts")).process(alerts.handled());
        });
    }

    @SuppressWarnings("unchecked")
    private static List<Replay.Outcome> replay(CamelContext context) {
        List<Replay> replayed = context.createProducerTemplate()
                .requestBody("gort-streams:" + DEAD_LETTERS + "?operation=replayDeadLetters", null, List.class);
        return replayed.stream().map(Replay::outcome).toList();
    }
}
