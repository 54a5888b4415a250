package io.gort.camel.streams.testkit.contract;

import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import redis.clients.jedis.RedisClient;

/**
 * The contract of {@link StreamClient} and its readers, sentence by sentence, against a real server. Extend it, say how
 * to connect, and run it as an integration test.
 */
@WithRedis
public abstract class StreamClientContract
        implements AddingContract,
                BatchContract,
                OnlyOnceContract,
                GroupContract,
                GroupCareContract,
                ReadingContract,
                TrimmedUnreadContract,
                TrimmedUnreadDoubtsContract,
                AcknowledgingContract,
                ReaderLifeContract,
                PendingContract,
                ClaimContract,
                KeepAliveContract,
                PutBackContract,
                DeadLetterContract,
                ReplayContract,
                LookingContract,
                CuttingContract,
                LeaseContract,
                IdleMemberContract,
                ScriptContract,
                TroubleContract,
                AccessContract,
                ConnectionContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private RedisUnderTest redis;
    private TestKeys keys;
    private StreamClient client;

    @SuppressWarnings("NullAway.Init") // JUnit calls the method below first
    protected StreamClientContract() {}

    @BeforeEach
    void connect(RedisUnderTest theRedis, TestKeys theKeys) {
        redis = server(theRedis);
        keys = theKeys;
        client = connect(redis, TIMEOUT, clientName());
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    /** The server to test on: the shared one, unless it must be of another kind. */
    protected RedisUnderTest server(RedisUnderTest shared) {
        return shared;
    }

    /**
     * A client of the implementation under test, with at most four connections for commands.
     *
     * @param redis          where to, and as whom
     * @param commandTimeout how long an answer may take
     * @param clientName     the name of its connections
     */
    @Override
    public abstract StreamClient connect(RedisUnderTest redis, Duration commandTimeout, String clientName);

    @Override
    public StreamClient client() {
        return client;
    }

    @Override
    public RedisClient outside() {
        return redis.client();
    }

    @Override
    public RedisUnderTest redis() {
        return redis;
    }

    @Override
    public String key(String name) {
        return keys.key(name);
    }

    @Override
    public String clientName() {
        return keys.prefix() + "client";
    }
}
