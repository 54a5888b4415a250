package io.gort.camel.streams.consumer;

import io.gort.camel.streams.redis.RedisStreamException;
import io.gort.camel.streams.redis.StreamClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers on the server which pieces of work are done, by their keys, so that each is done once. A key is free, in
 * progress, or done. While it is in progress it belongs to a claim, which lasts a short time and is renewed: that of a
 * process that dies ends by itself, and its work can be begun again. All methods are safe from any thread; each throws
 * a {@link RedisStreamException} if the server does not do it, unless it says otherwise.
 */
public final class HandledKeys {

    private static final String DONE = "done";
    private static final int REMOVED_AT_ONCE = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(HandledKeys.class);

    private final StreamClient client;
    private final Settings settings;
    private final Clock clock;
    private final Map<String, Claim> live = new ConcurrentHashMap<>();
    private final Map<String, Instant> unconfirmed = new ConcurrentHashMap<>();

    /**
     * How long things last.
     *
     * @param prefix             what the keys on the server begin with, not empty and without {@code *}
     * @param lifetime           how long a key that is done is remembered, at least a millisecond
     * @param inProgressLifetime how long a claim lasts that is not renewed, at least a millisecond
     * @param maxProcessingTime  how long a claim is renewed, at least a millisecond
     */
    public record Settings(String prefix, Duration lifetime, Duration inProgressLifetime, Duration maxProcessingTime) {

        public Settings {
            if (prefix.isEmpty() || prefix.indexOf('*') >= 0) {
                throw new IllegalArgumentException("prefix: " + prefix + " (expected: a text of its own, without *)");
            }
            requirePositive("lifetime", lifetime);
            requirePositive("inProgressLifetime", inProgressLifetime);
            requirePositive("maxProcessingTime", maxProcessingTime);
        }

        private static void requirePositive(String option, Duration value) {
            if (value.toMillis() < 1) {
                throw new IllegalArgumentException(option + ": " + value + " (expected: at least one millisecond)");
            }
        }
    }

    /** The right to do the work of a key. */
    public record Claim(String key, String token, Instant since) {}

    /** What became of an attempt to begin. */
    public sealed interface Attempt {

        /** The key was free: the caller has it now. */
        record Begun(Claim claim) implements Attempt {}

        /** The work is done already. */
        record AlreadyDone() implements Attempt {}

        /** Somebody else is at it. */
        record InProgress(String by) implements Attempt {}
    }

    public HandledKeys(StreamClient client, Settings settings, Clock clock) {
        this.client = client;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Begins the work of a key, if nobody has done it or is at it.
     *
     * @param run what the work is part of and runs nowhere else at this time, such as an entry that is delivered to one
     *     member: a claim that an earlier run of it has left behind is replaced. Null for none
     */
    public Attempt begin(String key, @Nullable String run) {
        Claim claim = new Claim(key, (run == null ? "somebody" : run) + " " + UUID.randomUUID(), clock.instant());
        live.put(claim.token(), claim); // before it is taken, so that no other thread takes it for left behind
        boolean begun = false;
        try {
            Attempt attempt = attempt(claim, run);
            begun = attempt instanceof Attempt.Begun;
            return attempt;
        } finally {
            if (!begun) {
                live.remove(claim.token());
            }
        }
    }

    private Attempt attempt(Claim claim, @Nullable String run) {
        Optional<String> other = lease(claim, null);
        if (other.isPresent() && run != null && isLeftBehind(run, other.get())) {
            other = lease(claim, other.get());
        }
        if (other.isEmpty()) {
            return new Attempt.Begun(claim);
        }
        return other.get().equals(DONE) ? new Attempt.AlreadyDone() : new Attempt.InProgress(runOf(other.get()));
    }

    private Optional<String> lease(Claim claim, @Nullable String insteadOf) {
        return client.lease(name(claim.key()), claim.token(), insteadOf, settings.inProgressLifetime());
    }

    /** Whether the claim is neither ended nor found lost. */
    public boolean isLive(Claim claim) {
        return live.containsKey(claim.token());
    }

    public boolean isDone(String key) {
        return client.get(name(key)).filter(DONE::equals).isPresent();
    }

    /**
     * The work of a claim is done. Never throws: what the server does not take now is sent again by {@link #renew()}.
     */
    public void done(Claim claim) {
        live.remove(claim.token());
        done(claim.key());
    }

    /** The work of a key is done, whoever began it. Never throws, as {@link #done(Claim)}. */
    public void done(String key) {
        unconfirmed.put(key, clock.instant());
        try {
            confirm(key);
        } catch (RedisStreamException e) {
            LOG.debug("Key {} is not noted as done yet, trying again: {}", name(key), e.getMessage());
        }
    }

    /** The work of a claim is not done: its key is free again, unless it is somebody else's by now. */
    public void giveUp(Claim claim) {
        live.remove(claim.token());
        client.release(name(claim.key()), claim.token());
    }

    /** Frees a key, whatever became of it; false if it was free. */
    public boolean forget(String key) {
        unconfirmed.remove(key);
        return client.remove(List.of(name(key))) > 0;
    }

    /** Frees all keys. */
    public void forgetAll() {
        unconfirmed.clear();
        List<String> names = new ArrayList<>(client.textKeys(settings.prefix() + "*"));
        for (int from = 0; from < names.size(); from += REMOVED_AT_ONCE) {
            client.remove(names.subList(from, Math.min(names.size(), from + REMOVED_AT_ONCE)));
        }
    }

    /** How many claims of this process are live. */
    public int inProgress() {
        return live.size();
    }

    /**
     * Makes live claims last longer, and notes what could not be noted before; to be called well before a claim ends.
     * Never throws: a failure is left to the next time.
     */
    public void renew() {
        Instant oldest = clock.instant().minus(settings.maxProcessingTime());
        try {
            live.values().forEach(claim -> renew(claim, oldest));
            unconfirmed.forEach((key, since) -> confirmAgain(key, since, oldest));
        } catch (RedisStreamException e) {
            LOG.debug("Renewing claims below {} failed, trying again: {}", settings.prefix(), e.getMessage());
        }
    }

    /** Notes what could not be noted before, for the last time. Never throws. */
    public void close() {
        try {
            unconfirmed.keySet().forEach(this::confirm);
        } catch (RedisStreamException e) {
            LOG.warn(
                    "{} keys below {} are done but could not be noted, duplicates of them will be handled: {}",
                    unconfirmed.size(),
                    settings.prefix(),
                    e.getMessage());
        }
    }

    private void renew(Claim claim, Instant oldest) {
        if (claim.since().isBefore(oldest)) {
            live.remove(claim.token());
            LOG.warn(
                    "Key {} is in progress for more than {}: others may begin it now",
                    name(claim.key()),
                    settings.maxProcessingTime());
            return;
        }
        if (lease(claim, null).isPresent()) {
            live.remove(claim.token());
        } else if (!isLive(claim)) { // it ended meanwhile, and must not come back
            client.release(name(claim.key()), claim.token());
        }
    }

    private void confirmAgain(String key, Instant since, Instant oldest) {
        if (since.isBefore(oldest)) {
            unconfirmed.remove(key);
            return;
        }
        confirm(key);
    }

    private void confirm(String key) {
        client.put(name(key), DONE, settings.lifetime());
        unconfirmed.remove(key);
    }

    /** A claim of the same run that nobody in this process works for. */
    private boolean isLeftBehind(String run, String token) {
        return runOf(token).equals(run) && !live.containsKey(token);
    }

    private static String runOf(String token) {
        int space = token.lastIndexOf(' ');
        return space < 0 ? token : token.substring(0, space);
    }

    private String name(String key) {
        return settings.prefix() + key;
    }
}
