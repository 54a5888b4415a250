package io.gort.camel.streams.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.gort.camel.streams.entry.AddEntry;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.Trim;
import io.gort.camel.streams.redis.AuthenticationFailedException;
import io.gort.camel.streams.redis.PermissionDeniedException;
import io.gort.camel.streams.redis.RedisStreamException;
import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.redis.StreamReader;
import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.testkit.RedisUnderTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How a client fares with passwords, rights and databases. */
interface AccessContract extends ContractFixture {

    Duration PATIENCE = Duration.ofSeconds(2);

    @Test
    default void tellsThatAPasswordIsWanted() {
        try (RedisServerProcess server =
                        RedisServerProcess.settings().password("s3cret").start();
                RedisUnderTest nobody = server.redis().as(null, null)) {
            isNotAccepted(nobody);
        }
    }

    @Test
    default void tellsThatThePasswordIsWrong() {
        try (RedisServerProcess server =
                        RedisServerProcess.settings().password("s3cret").start();
                RedisUnderTest intruder = server.redis().as(null, "gu3ss")) {
            isNotAccepted(intruder);
        }
    }

    @Test
    default void tellsThatTheUserIsUnknown() {
        try (RedisServerProcess server = RedisServerProcess.start();
                RedisUnderTest intruder = server.redis().as("mallory", "gu3ss")) {
            isNotAccepted(intruder);
        }
    }

    @Test
    default void takesAPasswordThatNobodyWantsForAWrongOneOrForNone() {
        try (RedisServerProcess server = RedisServerProcess.start();
                RedisUnderTest generous = server.redis().as(null, "gu3ss");
                StreamClient client = connect(generous, PATIENCE, clientName())) {
            Throwable failure = catchThrowable(client::ping);

            if (failure != null) { // AUTH refuses it, HELLO … AUTH does not
                doesNotAccept(failure);
            }
        }
    }

    @Test
    default void worksWithAPasswordAndAUser() {
        try (RedisServerProcess server = RedisServerProcess.settings()
                        .password("s3cret")
                        .user("alice", "w0nderland", "~*", "+@all")
                        .start();
                RedisUnderTest alice = server.redis().as("alice", "w0nderland");
                StreamClient client = connect(server.redis(), PATIENCE, clientName());
                StreamClient ofAlice = connect(alice, PATIENCE, clientName());
                StreamReader reader = ofAlice.openReader(GRACE)) {
            client.ping();
            ofAlice.createGroup("s", GROUP, "0");

            assertThat(reader.readNew(none(), ALICE, List.of("s"), 1, NO_WAIT)).isEmpty();
        }
    }

    @Test
    default void tellsWhatTheUserMayNotDo() {
        try (RedisServerProcess server = RedisServerProcess.settings()
                        .user("reader", "w0nderland", "~mine:*", "+@all", "-xadd", "-xclaim")
                        .start();
                RedisUnderTest reader = server.redis().as("reader", "w0nderland");
                StreamClient client = connect(reader, PATIENCE, clientName());
                StreamReader blocked = client.openReader(GRACE)) {
            client.createGroup("mine:s", GROUP, "0");

            isDenied(() -> client.add(new AddEntry("mine:s", Map.of("n", "1"), Trim.NONE)));
            isDenied(() -> client.length("theirs:s"));
            isDenied(() -> blocked.readNew(none(), ALICE, List.of("theirs:s"), 1, NO_WAIT));
            isDenied(() -> blocked.readAfter(Map.of("theirs:s", EntryId.ZERO), 1, NO_WAIT));
            isDenied(() -> client.keepAlive("theirs:s", ALICE, List.of(EntryId.MAX)));
            assertThat(client.length("mine:s")).isZero();
        }
    }

    @Test
    default void tellsWhatTheUserMayNotDoInsideAScript() {
        try (RedisServerProcess server = RedisServerProcess.settings()
                        .user("reader", "w0nderland", "~*", "+@all", "-xpending")
                        .start();
                RedisUnderTest reader = server.redis().as("reader", "w0nderland");
                StreamClient client = connect(reader, PATIENCE, clientName())) {
            client.createGroup("s", GROUP, "0");

            isDenied(() -> client.keepAlive("s", ALICE, List.of(EntryId.MAX)));
        }
    }

    @Test
    default void worksInTheDatabaseThatIsNamed() {
        String key = key("s");
        RedisUnderTest ninth = inDatabase(redis(), 9);
        try (ninth;
                StreamClient client = connect(ninth, PATIENCE, clientName())) {
            client.put(key, "here", LONG);

            assertThat(client.get(key)).contains("here");
            assertThat(outside().exists(key)).isFalse();
        }
    }

    @Test
    default void tellsThatTheDatabaseDoesNotExist() {
        RedisUnderTest none = inDatabase(redis(), 12_345);
        try (none;
                StreamClient client = connect(none, PATIENCE, clientName())) {
            assertThatThrownBy(client::ping)
                    .isExactlyInstanceOf(RedisStreamException.class)
                    .hasMessageContaining("option database");
        }
    }

    private void isNotAccepted(RedisUnderTest redis) {
        try (StreamClient client = connect(redis, PATIENCE, clientName())) {
            doesNotAccept(catchThrowable(client::ping));
            doesNotAccept(catchThrowable(() -> readOnce(client)));
        }
    }

    private static void readOnce(StreamClient client) {
        try (StreamReader reader = client.openReader(GRACE)) {
            reader.readAfter(Map.of("s", EntryId.ZERO), 1, NO_WAIT);
        }
    }

    private static void doesNotAccept(@Nullable Throwable failure) {
        assertThat(failure).isInstanceOf(AuthenticationFailedException.class);
        StringWriter all = new StringWriter();
        if (failure != null) {
            failure.printStackTrace(new PrintWriter(all));
        }
        assertThat(all.toString()).doesNotContain("s3cret", "gu3ss");
    }

    private static void isDenied(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOf(PermissionDeniedException.class);
    }

    private static RedisUnderTest inDatabase(RedisUnderTest redis, int database) {
        return RedisUnderTest.at(URI.create(redis.uri().toString().replaceFirst("/\\d+$", "/" + database)));
    }
}
