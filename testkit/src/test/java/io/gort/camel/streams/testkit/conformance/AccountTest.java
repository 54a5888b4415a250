package io.gort.camel.streams.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The equation holds or its breach is told. */
class AccountTest {

    @Test
    void holdsWhenEveryEntryIsSomewhere() {
        Account account = new Account(Set.of("a", "b", "c"), Map.of("a", 1), Set.of("b"), Set.of("c"), 0);

        assertThat(account.problems()).isEmpty();
        assertThat(account.lost()).isZero();
        assertThat(account.duplicates()).isZero();
    }

    @Test
    void catchesALoss() {
        Account account = new Account(Set.of("a", "b", "c"), Map.of("a", 1), Set.of(), Set.of("c"), 0);

        assertThat(account.problems()).containsExactly("1 entries are missing, 0 were counted as trimmed: [b]");
        assertThat(account.lost()).isEqualTo(1);
    }

    @Test
    void catchesALossBehindADuplicate() {
        Account account = new Account(Set.of("a", "b"), Map.of("a", 2), Set.of(), Set.of(), 0);

        assertThat(account.missing()).containsExactly("b");
        assertThat(account.problems()).hasSize(1);
    }

    @Test
    void catchesAGhost() {
        Account account = new Account(Set.of("a"), Map.of("a", 1, "x", 1), Set.of("y"), Set.of("z"), 0);

        assertThat(account.problems()).containsExactly("3 entries were never published: [x, y, z]");
    }

    @Test
    void acceptsWhatIsMissingIfItWasCountedAsTrimmed() {
        Account account = new Account(Set.of("a", "b"), Map.of("a", 1), Set.of(), Set.of(), 1);

        assertThat(account.problems()).isEmpty();
        assertThat(account.lost()).isZero();
    }

    @Test
    void catchesWhatWasCountedAsTrimmedAndWasNot() {
        Account account = new Account(Set.of("a"), Map.of("a", 1), Set.of(), Set.of(), 1);

        assertThat(account.problems()).hasSize(1);
        assertThat(account.lost()).isZero();
    }

    @Test
    void countsHowOftenEntriesWereHandledAgain() {
        Account account = new Account(Set.of("a", "b"), Map.of("a", 3, "b", 2), Set.of(), Set.of(), 0);

        assertThat(account.problems()).isEmpty();
        assertThat(account.duplicates()).isEqualTo(3);
    }

    @Test
    void addsUpSeveralGroups() {
        Account one = new Account(Set.of("a"), Map.of("a", 1), Set.of(), Set.of(), 0);
        Account other = new Account(Set.of("b", "c"), Map.of("b", 2), Set.of(), Set.of(), 1);

        Account both = one.plus(other);

        assertThat(both.published()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(both.problems()).isEmpty();
        assertThat(both.duplicates()).isEqualTo(1);
    }
}
