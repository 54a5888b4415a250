package io.gort.camel.streams.examples.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestCertificate;
import io.gort.camel.streams.testkit.WithRedis;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.resps.StreamGroupInfo;

/** Runs the real script against a Redis of its own. */
@WithRedis
class SetupScriptIT {

    @Test
    void createsAllGroupsAndNoEntry() throws Exception {
        try (RedisServerProcess server = RedisServerProcess.start()) {
            SetupScript.Ended setup = SetupScript.on(server.redis()).run();

            assertThat(setup)
                    .isEqualTo(SetupScript.ended(
                            0,
                            "425 consumer groups on 145 streams of 127.0.0.1:" + server.port()
                                    + ": 425 created, 0 already there\n",
                            ""));
            assertThat(groups(server)).isEqualTo(425);
            assertThat(entries(server)).isZero();
        }
    }

    @Test
    void doesNoHarmWhenRunAgain() throws Exception {
        try (RedisServerProcess server = RedisServerProcess.start()) {
            SetupScript script = SetupScript.on(server.redis());
            script.run();
            server.redis().client().xadd("heatmap:BTCUSDT", StreamEntryID.NEW_ENTRY, Map.of("interval", "1m"));
            server.redis().client().xgroupSetID("heatmap:BTCUSDT", "api-group", new StreamEntryID(0, 0));

            SetupScript.Ended again = script.run();

            assertThat(again.status()).isZero();
            assertThat(again.out()).contains(": 0 created, 425 already there");
            assertThat(entries(server)).isEqualTo(1);
            assertThat(server.redis().client().xinfoGroups("heatmap:BTCUSDT"))
                    .extracting(StreamGroupInfo::getLastDeliveredId)
                    .containsExactly(new StreamEntryID(0, 0));
        }
    }

    @Test
    void takesListsFromTheEnvironmentAndNamesBeyondAscii() throws Exception {
        try (RedisServerProcess server = RedisServerProcess.start()) {
            SetupScript.Ended setup = SetupScript.on(server.redis())
                    .with("GORT_EXCHANGES", "okx, bybit")
                    .with("GORT_SYMBOLS", "币安人生USDT")
                    .run();

            assertThat(setup.status()).as(setup.err()).isZero();
            assertThat(setup.out()).contains("25 consumer groups on 9 streams of ");
            assertThat(server.redis().client().keys("*"))
                    .hasSize(9)
                    .contains("heatmap:币安人生USDT", "market:okx:币安人生USDT");
        }
    }

    @Test
    void refusesAnOddNameBeforeItTouchesRedis() throws Exception {
        try (RedisServerProcess server = RedisServerProcess.start()) {
            SetupScript.Ended setup = SetupScript.on(server.redis())
                    .with("GORT_SYMBOLS", "BTCUSDT,ETH:USDT")
                    .run();

            assertThat(setup.status()).isEqualTo(2);
            assertThat(setup.err())
                    .startsWith("setup.sh: GORT_SYMBOLS: 'ETH:USDT' (expected: ")
                    .hasLineCount(1);
            assertThat(server.redis().client().dbSize()).isZero();
        }
    }

    @Test
    void endsWithOneLineWhenRedisIsDown() throws Exception {
        try (RedisServerProcess server = RedisServerProcess.start()) {
            server.stop();

            SetupScript.Ended setup = SetupScript.on(server.redis()).run();

            assertThat(setup)
                    .isEqualTo(SetupScript.ended(
                            1,
                            "",
                            "setup.sh: Redis at 127.0.0.1:" + server.port()
                                    + " cannot be reached: Connection refused\n"));
        }
    }

    @Test
    void endsWithOneLineWhenThePasswordIsMissingOrWrong() throws Exception {
        try (RedisServerProcess server =
                RedisServerProcess.settings().password("s3cret").start()) {
            assertThat(SetupScript.on(server.redis()).run().status()).isZero();

            SetupScript.Ended missing =
                    SetupScript.on(server.redis().as(null, null)).run();
            SetupScript.Ended wrong =
                    SetupScript.on(server.redis().as(null, "gue55ed")).run();

            String refuses = "setup.sh: Redis at 127.0.0.1:" + server.port() + " refuses: ";
            assertThat(missing).isEqualTo(SetupScript.ended(1, "", refuses + "NOAUTH Authentication required.\n"));
            assertThat(wrong.status()).isEqualTo(1);
            assertThat(wrong.err())
                    .startsWith(refuses + "WRONGPASS ")
                    .hasLineCount(1)
                    .doesNotContain("gue55ed");
        }
    }

    @Test
    void needsAUserWhoMayCreateGroupsAndNothingElse() throws Exception {
        try (RedisServerProcess server = RedisServerProcess.settings()
                .user("creator", "pw with \"signs\" $HOME", "~*", "-@all", "+xgroup|create")
                .user("reader", "pw", "~*", "+@read")
                .user("some", "pw", "~heatmap:*", "+@all")
                .start()) {
            RedisUnderTest redis = server.redis();

            SetupScript.Ended creator = SetupScript.on(redis.as("creator", "pw with \"signs\" $HOME"))
                    .run();
            SetupScript.Ended reader = SetupScript.on(redis.as("reader", "pw")).run();
            SetupScript.Ended some = SetupScript.on(redis.as("some", "pw")).run();

            assertThat(creator.status()).as(creator.err()).isZero();
            assertThat(reader.status()).isEqualTo(1);
            assertThat(reader.err()).contains(" refuses: NOPERM ").hasLineCount(1);
            assertThat(some.status()).isEqualTo(1);
            assertThat(some.out()).startsWith("5 consumer groups on 5 streams of ");
            assertThat(some.err())
                    .startsWith("setup.sh: not set up: liquidations:binance:BTCUSDT (NOPERM ")
                    .endsWith(" and 137 more streams\n")
                    .hasLineCount(1);
        }
    }

    @Test
    void namesAKeyOfAnotherTypeAndCreatesTheOthers() throws Exception {
        try (RedisServerProcess server = RedisServerProcess.start()) {
            server.redis().client().set("heatmap:BTCUSDT", "{}");

            SetupScript.Ended setup = SetupScript.on(server.redis()).run();

            assertThat(setup.status()).isEqualTo(1);
            assertThat(setup.out()).startsWith("424 consumer groups on 144 streams of ");
            assertThat(setup.err())
                    .startsWith("setup.sh: not set up: heatmap:BTCUSDT (WRONGTYPE ")
                    .hasLineCount(1);
            assertThat(server.redis().client().get("heatmap:BTCUSDT")).isEqualTo("{}");
        }
    }

    @Test
    void speaksTlsWithAServerWhoseCertificateIsTrusted() throws Exception {
        TestCertificate certificate = TestCertificate.create();
        int tlsPort = RedisServerProcess.freePort();
        try (RedisServerProcess server =
                RedisServerProcess.settings().tls(tlsPort, certificate).start()) {
            SetupScript script =
                    SetupScript.on(RedisUnderTest.at("127.0.0.1", tlsPort)).with("REDIS_TLS", "true");

            SetupScript.Ended stranger = script.run();
            assertThat(stranger.status()).isEqualTo(1);
            assertThat(stranger.err())
                    .contains("unable to find valid certification path")
                    .hasLineCount(1);
            assertThat(server.redis().client().dbSize()).isZero();

            script.with("JAVA_OPTS", "-Djavax.net.ssl.trustStore=" + certificate.trustStore());
            SetupScript.Ended trusted = script.run();
            assertThat(trusted.status()).as(trusted.err()).isZero();
            assertThat(groups(server)).isEqualTo(425);
        }
    }

    private static long groups(RedisServerProcess server) {
        RedisClient client = server.redis().client();
        Set<String> keys = client.keys("*");
        return keys.stream().mapToLong(key -> client.xinfoGroups(key).size()).sum();
    }

    private static long entries(RedisServerProcess server) {
        RedisClient client = server.redis().client();
        return client.keys("*").stream().mapToLong(client::xlen).sum();
    }
}
