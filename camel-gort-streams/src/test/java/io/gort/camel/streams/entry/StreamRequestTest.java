package io.gort.camel.streams.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StreamRequestTest {

    private static final Duration NEGATIVE = Duration.ofMillis(-1);
    private static final GroupMember ME = new GroupMember("g", "me");

    @Test
    void refusesWhatCannotBeAskedFor() {
        refused(() -> new StreamRequest.Range(EntryId.ZERO, EntryId.MAX, 0), "count: 0 (expected: 1 to 1000000)");
        refused(() -> new StreamRequest.Group(" "), "group: ' ' (expected: a name)");
        refused(() -> new StreamRequest.CreateGroup("", GroupStart.END, true), "group: '' (expected: a name)");
        refused(() -> new StreamRequest.RewindGroup("", GroupStart.END), "group: '' (expected: a name)");
        refused(() -> new StreamRequest.Acknowledge("", List.of()), "group: '' (expected: a name)");
        refused(
                () -> new StreamRequest.Pending("g", null, NEGATIVE, StreamRequest.Range.ALL),
                "minIdle: PT-0.001S (expected: zero or longer)");
        refused(
                () -> new StreamRequest.Claim(ME, NEGATIVE, List.of(), 1),
                "minIdle: PT-0.001S (expected: zero or longer)");
        refused(
                () -> new StreamRequest.Claim(ME, Duration.ZERO, List.of(), 1_000_001),
                "count: 1000001 (expected: 1 to 1000000)");
        refused(() -> new StreamRequest.Cut(Trim.NONE), "trim: none (expected: to a length, age or id)");
        refused(() -> new GroupStart("begin"), "entry id: begin (expected: millis-sequence)");
    }

    private static void refused(ThrowingCallable request, String message) {
        assertThatThrownBy(request).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void tellsWhereTheNextPageBegins() {
        List<EntryId> ids = List.of(new EntryId(1, 0), new EntryId(2, 0), new EntryId(3, 0));

        assertThat(Page.of(ids, 2, id -> id)).isEqualTo(new Page<>(ids.subList(0, 2), new EntryId(3, 0)));
        assertThat(Page.of(ids, 3, id -> id)).isEqualTo(new Page<>(ids, null));
        assertThat(Page.of(List.<EntryId>of(), 3, id -> id)).isEqualTo(new Page<EntryId>(List.of(), null));
    }

    @Test
    void addsUpWhatWasTrimmed() {
        TrimResult result =
                new TrimResult(List.of(new TrimResult.TrimmedStream("a", 2), new TrimResult.TrimmedStream("b", 3)));

        assertThat(result.deleted()).isEqualTo(5);
    }
}
