package io.gort.camel.streams.consumer;

import static io.gort.camel.streams.consumer.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.redis.WrongTypeException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupKeeperTest {

    private final FakeStreamClient client = new FakeStreamClient();
    private final EntryLedger ledger = new EntryLedger();
    private final LogLines log = new LogLines(GroupKeeper.class);
    private final GroupKeeper keeper = new GroupKeeper(Samples.settings(0), client, ledger);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void createsTheGroupWhereItIsTold() {
        keeper.ensure("s", "$");

        assertThat(client.calls).containsExactly("createGroup s $");
        assertThat(log.lines()).containsExactly("INFO Created group g of stream s, starting after $");
    }

    @Test
    void saysNothingOfAGroupThatIsThere() {
        client.groups.add("s");

        keeper.ensure("s", "$");

        assertThat(client.calls).isEmpty();
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void recreatesALostGroupBelowWhatIsNotAcknowledged() {
        keeper.ensure("s", "$");
        ledger.of("s").acknowledged(List.of(id(8)));
        ledger.of("s").begin(id(5), Instant.MIN);
        client.infos.put("s", Samples.streamUpTo(9));
        client.groups.clear();

        keeper.ensure("s", "$");

        assertThat(client.calls).last().isEqualTo("createGroup s 4-18446744073709551615");
        assertThat(log.lines()).last().asString().startsWith("WARN Group g of stream s was lost");
    }

    @Test
    void recreatesALostGroupAtWhatWasAcknowledged() {
        keeper.ensure("s", "$");
        ledger.of("s").acknowledged(List.of(id(8)));
        client.infos.put("s", Samples.streamUpTo(9));
        client.groups.clear();

        keeper.ensure("s", "$");

        assertThat(client.calls).last().isEqualTo("createGroup s 8-0");
    }

    @Test
    void beginsALostStreamAtItsBeginning() {
        keeper.ensure("s", "$");
        ledger.of("s").acknowledged(List.of(id(8)));
        client.groups.clear();

        keeper.ensure("s", "$");

        assertThat(client.calls).last().isEqualTo("createGroup s 0-0");
    }

    @Test
    void meetsAStreamAnewThatItForgot() {
        keeper.ensure("s", "$");
        keeper.forget("s");
        client.groups.clear();

        keeper.ensure("s", "0");

        assertThat(client.calls).last().isEqualTo("createGroup s 0");
    }

    @Test
    void hasNotMetAStreamThatRefused() {
        client.failures.put("s", Samples.wrongType());
        assertThatThrownBy(() -> keeper.ensure("s", "$")).isInstanceOf(WrongTypeException.class);
        client.failures.clear();

        keeper.ensure("s", "$");

        assertThat(client.calls).containsExactly("createGroup s $");
    }
}
