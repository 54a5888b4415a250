package io.gort.camel.streams.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupInfo;
import io.gort.camel.streams.redis.RedisStreamException;
import io.gort.camel.streams.redis.WrongTypeException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How groups are created. */
interface GroupContract extends ContractFixture {

    @Test
    default void createsTheGroupAndItsStream() {
        String streamKey = key("s");

        assertThat(client().createGroup(streamKey, GROUP, "$")).isTrue();

        assertThat(client().length(streamKey)).isZero();
        assertThat(client().groups(streamKey)).extracting(GroupInfo::name).containsExactly(GROUP);
    }

    @Test
    default void leavesAGroupThatIsThereAsItIs() {
        String streamKey = key("s");
        List<EntryId> ids = addMany(streamKey, 3);
        client().createGroup(streamKey, GROUP, ids.get(1).toString());

        assertThat(client().createGroup(streamKey, GROUP, "0")).isFalse();

        assertThat(client().groups(streamKey))
                .extracting(GroupInfo::lastDeliveredId)
                .containsExactly(ids.get(1));
    }

    @Test
    default void beginsAGroupAfterItsStart() {
        String streamKey = key("s");
        List<EntryId> ids = addMany(streamKey, 3);

        client().createGroup(streamKey, "from-start", "0");
        client().createGroup(streamKey, "from-second", ids.get(0).toString());
        client().createGroup(streamKey, "from-now", "$");

        assertThat(client().groups(streamKey))
                .extracting(GroupInfo::name, GroupInfo::lastDeliveredId)
                .containsExactlyInAnyOrder(
                        tuple("from-start", EntryId.ZERO),
                        tuple("from-second", ids.get(0)),
                        tuple("from-now", ids.get(2)));
    }

    @Test
    default void createsNoGroupOnAKeyThatIsNoStream() {
        String streamKey = key("text");
        holdsText(streamKey);

        assertThatThrownBy(() -> client().createGroup(streamKey, GROUP, "0")).isInstanceOf(WrongTypeException.class);
    }

    @Test
    default void createsNoGroupAtAStartThatIsNone() {
        assertThatThrownBy(() -> client().createGroup(key("s"), GROUP, "noon"))
                .isExactlyInstanceOf(RedisStreamException.class);
    }
}
