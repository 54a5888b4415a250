package io.gort.camel.streams.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.redis.ServerScript;
import io.gort.camel.streams.redis.WrongTypeException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How scripts of the caller's own run. */
interface ScriptContract extends ContractFixture {

    ServerScript COUNT_UP =
            new ServerScript("count-up", "return { ARGV[1], redis.call('INCRBY', KEYS[1], ARGV[2]), KEYS[1] }");

    @Test
    default void runsAScriptAndGivesTextsAndNumbersAsTexts() {
        assertThat(client().evaluate(COUNT_UP, List.of(key("número")), List.of("ä", "9007199254740991")))
                .containsExactly("ä", "9007199254740991", key("número"));

        assertThat(outside().get(key("número"))).isEqualTo("9007199254740991");
    }

    @Test
    default void runsAScriptThatTheServerHasForgotten() {
        client().evaluate(COUNT_UP, List.of(key("n")), List.of("", "1"));
        outside().scriptFlush(key("n"));

        assertThat(client().evaluate(COUNT_UP, List.of(key("n")), List.of("", "1")))
                .contains("2");
    }

    @Test
    default void givesNothingForAScriptThatRepliesWithNothing() {
        ServerScript silent = new ServerScript("silent", "return nil");

        assertThat(client().evaluate(silent, List.of(key("any")), List.of())).isEmpty();
    }

    @Test
    default void tellsWhichScriptFailedAndWhere() {
        outside().rpush(key("list"), "x");
        ServerScript adding = new ServerScript("adding", "return redis.call('SADD', KEYS[1], 'x')");

        assertThatThrownBy(() -> client().evaluate(adding, List.of(key("list")), List.of()))
                .isInstanceOf(WrongTypeException.class)
                .hasMessageContaining("adding script " + key("list"));
    }
}
