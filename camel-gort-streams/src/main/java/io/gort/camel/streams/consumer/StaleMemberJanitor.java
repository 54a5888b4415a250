package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.MemberInfo;
import io.gort.camel.streams.redis.NoSuchGroupException;
import io.gort.camel.streams.redis.PermissionDeniedException;
import io.gort.camel.streams.redis.StreamClient;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes members of the group of which nobody has heard for long: those with nothing pending, whose name no live
 * consumer holds. A member that comes back is a member again with its first read, so a client that was only silent
 * loses nothing. Never the own member. The keeper's thread only.
 */
final class StaleMemberJanitor {

    private static final Duration MOST_OFTEN = Duration.ofMillis(100);
    private static final Duration LEAST_OFTEN = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(StaleMemberJanitor.class);

    private final GroupMember self;
    private final Duration age;
    private final StreamClient client;
    private final Supplier<? extends Collection<String>> streams;
    private final ConsumerCounters counters;
    private boolean refused;

    /**
     * Looks after the group of one member.
     *
     * @param age     how long a member must have been silent
     * @param streams the streams of the group; safe from any thread
     */
    StaleMemberJanitor(
            GroupMember self,
            Duration age,
            StreamClient client,
            Supplier<? extends Collection<String>> streams,
            ConsumerCounters counters) {
        this.self = self;
        this.age = age;
        this.client = client;
        this.streams = streams;
        this.counters = counters;
    }

    /** How often to clean: several times within the age, but never without a pause. */
    Duration interval() {
        Duration quarter = age.dividedBy(4);
        if (quarter.compareTo(MOST_OFTEN) < 0) {
            return MOST_OFTEN;
        }
        return quarter.compareTo(LEAST_OFTEN) > 0 ? LEAST_OFTEN : quarter;
    }

    /** Looks at all streams, once. A failure is left to the next time. */
    void clean() {
        for (String streamKey : streams.get()) {
            try {
                clean(streamKey);
            } catch (NoSuchGroupException e) {
                LOG.debug("No group {} on stream {} to clean", self.group(), streamKey);
            } catch (PermissionDeniedException e) {
                tellOnce(e);
            } catch (RuntimeException e) {
                LOG.debug("Cleaning group {} of stream {} failed: {}", self.group(), streamKey, e.getMessage());
            }
        }
    }

    private void clean(String streamKey) {
        for (MemberInfo member : client.members(streamKey, self.group())) {
            GroupMember stale = new GroupMember(self.group(), member.name());
            if (!stale.equals(self)
                    && member.pending() == 0
                    && member.idle().compareTo(age) >= 0
                    && client.get(MemberLease.key(stale)).isEmpty()
                    && client.deleteIdleMember(streamKey, stale, age)) {
                counters.staleMembers.increment();
                LOG.info(
                        "Deleted member {} of group {} from stream {}: silent for more than {}, nothing pending",
                        member.name(),
                        self.group(),
                        streamKey,
                        age);
            }
        }
    }

    private void tellOnce(PermissionDeniedException e) {
        if (!refused) {
            refused = true;
            LOG.warn("Stale members of group {} cannot be deleted: {}", self.group(), e.getMessage());
        }
    }
}
