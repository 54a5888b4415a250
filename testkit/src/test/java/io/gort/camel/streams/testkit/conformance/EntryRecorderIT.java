package io.gort.camel.streams.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XReadGroupParams;

/** The recorder sees where entries are, and catches a planted loss and a planted ghost. */
@WithRedis
class EntryRecorderIT {

    private RedisClient client;
    private EntryRecorder recorder;
    private String stream;

    @BeforeEach
    void begin(RedisUnderTest redis, TestKeys keys) {
        client = redis.client();
        recorder = new EntryRecorder(redis, "g", () -> 0);
        stream = keys.key("s");
        client.xgroupCreate(stream, "g", new StreamEntryID(0), true);
    }

    @Test
    void countsEntriesThatAreUnreadPendingHandledAndDeadLettered() {
        StreamEntryID handled = publish();
        StreamEntryID deadLettered = publish();
        StreamEntryID pending = publish();
        deliver(3);
        StreamEntryID unread = publish();
        recorder.handled(stream, handled);
        client.xadd(
                "dead-letter:{" + stream + "}",
                StreamEntryID.NEW_ENTRY,
                Map.of(
                        "dead_letter_group",
                        "g",
                        "dead_letter_stream",
                        stream,
                        "dead_letter_entry_id",
                        deadLettered.toString()));
        client.xack(stream, "g", handled, deadLettered);

        Account account = recorder.account();

        assertThat(account.problems()).isEmpty();
        assertThat(account.handled()).containsOnlyKeys(stream + "/" + handled);
        assertThat(account.deadLettered()).containsExactly(stream + "/" + deadLettered);
        assertThat(account.pending()).containsExactlyInAnyOrder(stream + "/" + pending, stream + "/" + unread);
    }

    @Test
    void catchesAnEntryThatWasAcknowledgedWithoutHavingBeenHandled() {
        StreamEntryID lost = publish();
        deliver(1);
        client.xack(stream, "g", lost);

        assertThat(recorder.account().problems())
                .containsExactly("1 entries are missing, 0 were counted as trimmed: [" + stream + "/" + lost + "]");
    }

    @Test
    void catchesAnEntryThatIsDeletedUnread() {
        client.xdel(stream, publish());

        assertThat(recorder.account().lost()).isEqualTo(1);
    }

    @Test
    void catchesAnEntryThatWasHandledWithoutHavingBeenPublished() {
        recorder.handled(stream, "1-1");

        assertThat(recorder.account().problems())
                .containsExactly("1 entries were never published: [" + stream + "/1-1]");
    }

    @Test
    void seesEntriesOfManyPages() {
        for (int i = 0; i < 2_500; i++) {
            publish();
        }
        deliver(2_500);

        assertThat(recorder.pending()).hasSize(2_500);
    }

    @Test
    void addsWhatOtherProcessesHaveHandled() {
        StreamEntryID id = publish();
        deliver(1);
        client.xack(stream, "g", id);
        recorder.handled(stream, id);
        recorder.handledElsewhere(() -> List.of(stream + "/" + id));

        assertThat(recorder.account().problems()).isEmpty();
        assertThat(recorder.account().duplicates()).isEqualTo(1);
    }

    private StreamEntryID publish() {
        StreamEntryID id = client.xadd(stream, StreamEntryID.NEW_ENTRY, Map.of("n", "1"));
        recorder.published(stream, id);
        return id;
    }

    private void deliver(int count) {
        client.xreadGroup(
                "g",
                "alice",
                XReadGroupParams.xReadGroupParams().count(count),
                Map.of(stream, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
    }
}
