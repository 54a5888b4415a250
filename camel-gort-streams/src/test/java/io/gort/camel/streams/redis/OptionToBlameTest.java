package io.gort.camel.streams.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

class OptionToBlameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "WRONGPASS invalid username-password pair | username and password, or credentialsProvider: expected as",
                "NOAUTH Authentication required. | password: expected one",
                "ERR AUTH <password> called without any password configured for the default user | password: expected none",
                "ERR Client sent AUTH, but no password is set | password: expected none",
                "NOPERM this user has no permissions to run the 'xadd' command | username: expected a user who may do this",
                "ERR ACL failure in script: User reader has no permissions | username: expected a user who may do this",
                "ERR DB index is out of range | database: expected a number that the server has",
                "ERR unknown command 'XADD' | topology: expected sentinel if this is one",
                "ERR unknown command 'SENTINEL' | nodes: expected sentinels",
                "ERR The ID specified in XADD is equal or smaller than the target stream top item | entry id: expected larger"
            })
    void isNamedAfterWhatTheServerSays(String reply, String option) {
        assertThat(RedisErrors.translate("localhost:6379/0", "XADD orders", new JedisDataException(reply)))
                .hasMessageStartingWith("localhost:6379/0 refused XADD orders: " + reply + " (option " + option);
    }

    @Test
    void isTheHostWhereItsNameIsNotKnown() {
        JedisConnectionException failure =
                new JedisConnectionException("Failed to create socket.", new UnknownHostException("no-such.invalid"));

        assertThat(RedisErrors.translate("no-such.invalid:6379/0", "PING", failure))
                .hasMessage("no-such.invalid:6379/0 does not answer: no-such.invalid (tried PING)"
                        + " (option host or nodes: expected names that can be resolved)");
    }

    @Test
    void isNoneWhereTheServerIsInTrouble() {
        assertThat(OptionToBlame.of("LOADING Redis is loading the dataset in memory"))
                .isEmpty();
        assertThat(OptionToBlame.of("WRONGTYPE Operation against a key")).isEmpty();
    }
}
