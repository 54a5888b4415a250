package io.gort.camel.streams.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryIdTest {

    private static final String MAX = "18446744073709551615";

    @ParameterizedTest
    @CsvSource({
        "1526919030474-55, 1526919030474-55",
        "1526919030474, 1526919030474-0",
        "0, 0-0",
        "0-1, 0-1",
        MAX + "-" + MAX + ", " + MAX + "-" + MAX
    })
    void readsAndWritesIds(String text, String expected) {
        assertThat(EntryId.parse(text)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "1-", "-1", "1-2-3", "$", ">", "*", "1-*", "x", "1.5", " 1", "1-18446744073709551616"})
    void refusesWhatIsNoId(String text) {
        assertThatThrownBy(() -> EntryId.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("entry id: " + text + " (expected: millis-sequence)");
    }

    @ParameterizedTest
    @CsvSource({
        "0-0, 0-1",
        "5-3, 5-4",
        "5-9223372036854775807, 5-9223372036854775808",
        "5-" + MAX + ", 6-0",
        "9223372036854775807-" + MAX + ", 9223372036854775808-0"
    })
    void nextAndPreviousAreNeighbours(String smaller, String larger) {
        assertThat(EntryId.parse(smaller).next()).hasToString(larger);
        assertThat(EntryId.parse(larger).previous()).hasToString(smaller);
    }

    @Test
    void staysWithinItsBounds() {
        assertThat(EntryId.ZERO.previous()).isEqualTo(EntryId.ZERO);
        assertThat(EntryId.MAX.next()).isEqualTo(EntryId.MAX);
    }

    @Property
    void ordersByTimeThenBySequenceUnsigned(
            @ForAll long millis, @ForAll long sequence, @ForAll long otherMillis, @ForAll long otherSequence) {
        EntryId one = new EntryId(millis, sequence);
        EntryId other = new EntryId(otherMillis, otherSequence);

        int expected = number(one).compareTo(number(other));

        assertThat(Integer.signum(one.compareTo(other))).isEqualTo(expected);
        assertThat(one.isBefore(other)).isEqualTo(expected < 0);
        assertThat(one.isAfter(other)).isEqualTo(expected > 0);
        assertThat(EntryId.smaller(one, other)).isEqualTo(expected < 0 ? one : other);
        assertThat(EntryId.larger(one, other)).isEqualTo(expected > 0 ? one : other);
    }

    @Property
    void readsWhatItHasWritten(@ForAll long millis, @ForAll long sequence) {
        EntryId id = new EntryId(millis, sequence);

        assertThat(EntryId.parse(id.toString())).isEqualTo(id);
    }

    @Property
    void previousUndoesNext(@ForAll long millis, @ForAll long sequence) {
        EntryId id = new EntryId(millis, sequence);

        assertThat(id.next().previous()).isEqualTo(id.equals(EntryId.MAX) ? EntryId.MAX.previous() : id);
    }

    private static BigInteger number(EntryId id) {
        return new BigInteger(Long.toUnsignedString(id.millis()))
                .shiftLeft(64)
                .add(new BigInteger(Long.toUnsignedString(id.sequence())));
    }

    @Test
    void tellsTheFirstAndLastIdOfATime() {
        assertThat(EntryId.firstAt(Instant.ofEpochMilli(5))).isEqualTo(new EntryId(5, 0));
        assertThat(EntryId.lastAt(Instant.ofEpochMilli(5)).next()).isEqualTo(new EntryId(6, 0));
        assertThatThrownBy(() -> EntryId.firstAt(Instant.ofEpochMilli(-1)))
                .hasMessage("time: 1969-12-31T23:59:59.999Z (expected: 1970 or later, in milliseconds)");
        assertThatThrownBy(() -> EntryId.lastAt(Instant.MAX)).isInstanceOf(IllegalArgumentException.class);
    }
}
