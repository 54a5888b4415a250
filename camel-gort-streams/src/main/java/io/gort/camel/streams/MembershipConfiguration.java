package io.gort.camel.streams;

import java.time.Duration;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** The options that tell a consumer which group it belongs to, and as whom; on top of those of its connection. */
@UriParams
public abstract class MembershipConfiguration extends ConnectionConfiguration {

    @UriParam(
            description = "Consumer group to read as a member of, or that an operation of a producer is about. Each"
                    + " entry goes to one member, which acknowledges it. Without a group every consumer sees every entry that is added from its start on, and nothing is"
                    + " acknowledged.")
    private @Nullable String group;

    @UriParam(
            defaultValue = "$",
            description = "Where the group begins if it has to be created, by a consumer or by the"
                    + " operation createGroup: $ (with the entries added from then on), 0 (with the oldest entry),"
                    + " or an entry ID (with the entries after it).")
    private String groupStart = "$";

    @UriParam(
            description =
                    "Name of the member in the group. It should stay the same over restarts, so that the member finds"
                            + " its own pending entries again. By default made of the host name, the name of the Camel context and"
                            + " the route id.")
    private @Nullable String consumerName;

    @UriParam(
            label = "consumer",
            defaultValue = "24h",
            description =
                    "How long another member of the group must have been silent before it is deleted from it. One with"
                            + " pending entries is never deleted; one that comes back is a member again with its first"
                            + " read. 0: none is deleted.")
    private Duration staleMemberAge = Duration.ofHours(24);

    public @Nullable String getGroup() {
        return group;
    }

    public void setGroup(@Nullable String group) {
        this.group = group;
    }

    public String getGroupStart() {
        return groupStart;
    }

    public void setGroupStart(String groupStart) {
        this.groupStart = groupStart;
    }

    public @Nullable String getConsumerName() {
        return consumerName;
    }

    public void setConsumerName(@Nullable String consumerName) {
        this.consumerName = consumerName;
    }

    public Duration getStaleMemberAge() {
        return staleMemberAge;
    }

    public void setStaleMemberAge(Duration staleMemberAge) {
        this.staleMemberAge = staleMemberAge;
    }
}
