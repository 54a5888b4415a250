package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.redis.RedisStreamException;
import io.gort.camel.streams.redis.StreamClient;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells two live members of one name apart. A member's name must be one consumer's only, or each would take the other's
 * entries in work for its own left-overs; so each live member holds a key with its name in Redis, for a short time that
 * it renews.
 */
public final class MemberLease {

    /** How often a lease must be renewed. */
    public static final Duration RENEW_EVERY = Duration.ofSeconds(3);

    static final Duration LIFETIME = Duration.ofSeconds(10);

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final int MOST_NAMESAKES = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(MemberLease.class);

    private final StreamClient client;
    private final GroupMember member;
    private final LeaseHolder holder;
    private @Nullable String toldOf;

    private MemberLease(StreamClient client, GroupMember member, LeaseHolder holder) {
        this.client = client;
        this.member = member;
        this.holder = holder;
    }

    /**
     * Takes the lease of a name that was made up: if it is held, that of the name with {@code -2}, {@code -3} and so
     * on. A server that cannot be reached is asked again later.
     */
    public static MemberLease takeAny(StreamClient client, GroupMember wanted, String host) {
        LeaseHolder holder = LeaseHolder.here(host);
        for (int i = 1; i < MOST_NAMESAKES; i++) {
            MemberLease lease = new MemberLease(client, i == 1 ? wanted : namesake(wanted, i), holder);
            if (lease.tryTake().isEmpty()) {
                return lease;
            }
        }
        throw new IllegalStateException("consumerName: " + wanted.consumer() + " (expected: held by fewer than "
                + MOST_NAMESAKES + " live members of group " + wanted.group() + ")");
    }

    /**
     * Takes the lease of just this name. If it is held, waits for as long as a holder that is gone would keep it.
     *
     * @throws IllegalStateException if a live member holds it
     */
    public static MemberLease takeExactly(StreamClient client, GroupMember wanted, String host)
            throws InterruptedException {
        return takeExactly(client, wanted, LeaseHolder.here(host), Pause.REAL);
    }

    static MemberLease takeExactly(StreamClient client, GroupMember wanted, LeaseHolder holder, Pause pause)
            throws InterruptedException {
        MemberLease lease = new MemberLease(client, wanted, holder);
        Optional<String> other = lease.tryTake();
        long looks = LIFETIME.plus(LOOK_EVERY).dividedBy(LOOK_EVERY);
        for (long i = 0; i < looks && other.isPresent(); i++) {
            pause.take(LOOK_EVERY);
            other = lease.tryTake();
        }
        if (other.isPresent()) {
            throw new IllegalStateException("consumerName: " + wanted.consumer() + " is held by a live member of group "
                    + wanted.group() + " (" + other.get() + ") (expected: a name of its own for each member)");
        }
        return lease;
    }

    /** The member whose name is held. */
    public GroupMember member() {
        return member;
    }

    /** Makes the lease last longer; to be called every {@link #RENEW_EVERY}. A failure is left to the next time. */
    public void renew() {
        String other = tryTake().orElse(null);
        if (other != null && !other.equals(toldOf)) {
            LOG.warn(
                    "The name {} in group {} is now held by {} as well: entries may be handled twice",
                    member.consumer(),
                    member.group(),
                    other);
        }
        toldOf = other;
    }

    /** Gives the name free. */
    public void release() {
        try {
            client.release(key(member), holder.toString());
        } catch (RedisStreamException e) {
            LOG.debug("The lease of {} ends by itself: {}", member.consumer(), e.getMessage());
        }
    }

    private Optional<String> tryTake() {
        try {
            Optional<String> other = client.lease(key(member), holder.toString(), null, LIFETIME);
            return other.isPresent() && holder.knowsToBeGone(other.get(), MemberLease::isAlive)
                    ? client.lease(key(member), holder.toString(), other.get(), LIFETIME)
                    : other;
        } catch (RedisStreamException e) {
            LOG.debug("No lease for {}, asking again: {}", member.consumer(), e.getMessage());
            return Optional.empty();
        }
    }

    /** The key of the lease that a live member of this name holds. */
    static String key(GroupMember member) {
        return "gort-streams:member:" + member.group() + ":" + member.consumer();
    }

    private static GroupMember namesake(GroupMember member, int number) {
        return new GroupMember(member.group(), member.consumer() + "-" + number);
    }

    private static boolean isAlive(long process) {
        return ProcessHandle.of(process).isPresent();
    }
}
