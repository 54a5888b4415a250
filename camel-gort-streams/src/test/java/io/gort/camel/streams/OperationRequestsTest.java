package io.gort.camel.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupMember;
import io.gort.camel.streams.entry.GroupStart;
import io.gort.camel.streams.entry.StreamRequest;
import io.gort.camel.streams.entry.Trim;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationRequestsTest {

    private static final Map<String, Function<OperationRequests, Object>> READERS = Map.of(
            "range", OperationRequests::range,
            "deadLetters", OperationRequests::deadLetters,
            "group", OperationRequests::group,
            "pending", OperationRequests::somePending,
            "createGroup", OperationRequests::createGroup,
            "rewindGroup", OperationRequests::rewindGroup,
            "entries", OperationRequests::entries,
            "claim", OperationRequests::claim,
            "trim", requests -> requests.trim("s"),
            "olderThan", OperationRequests::olderThan);

    private final GortStreamsConfiguration options = new GortStreamsConfiguration();
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    private final OperationRequests requests = new OperationRequests(exchange, options);

    private void header(String name, Object value) {
        exchange.getMessage().setHeader(name, value);
    }

    @Test
    void takesTheWholeStreamWhereNothingIsSaid() {
        assertThat(requests.range()).isEqualTo(new StreamRequest.Range(EntryId.ZERO, EntryId.MAX, 1_000));
    }

    @Test
    void readsARangeFromHeaders() {
        header(GortStreamsConstants.FROM, "2-1");
        header(GortStreamsConstants.TO, 7L);
        header(GortStreamsConstants.COUNT, "20");

        assertThat(requests.range()).isEqualTo(new StreamRequest.Range(new EntryId(2, 1), new EntryId(7, -1), 20));
    }

    @Test
    void takesABodyForTheHeaders() {
        header(GortStreamsConstants.COUNT, 5);
        exchange.getMessage().setBody(StreamRequest.Range.ALL);

        assertThat(requests.range()).isEqualTo(StreamRequest.Range.ALL);
        assertThatThrownBy(requests::group)
                .hasMessageStartingWith("body: Range[from=0-0, ")
                .hasMessageEndingWith("(expected: a Group for this operation, or headers)");
    }

    @Test
    void takesTheGroupFromAnInstructionThenTheOptionThenTheConsumer() {
        OwnHeaders.putMember(exchange, exchange.getMessage(), new GroupMember("of-the-consumer", "me"));
        assertThat(requests.group().group()).isEqualTo("of-the-consumer");

        options.setGroup("of-the-option");
        assertThat(requests.group().group()).isEqualTo("of-the-option");

        header(GortStreamsConstants.GROUP, "of-the-header");
        assertThat(requests.group().group()).isEqualTo("of-the-header");
    }

    @Test
    void addsUpAllThatIsPendingUnlessAPartIsAskedFor() {
        options.setGroup("g");
        OwnHeaders.putMember(exchange, exchange.getMessage(), new GroupMember("g", "me"));
        assertThat(requests.somePending()).isEmpty();

        header(GortStreamsConstants.MIN_IDLE, "1m");
        assertThat(requests.somePending())
                .contains(new StreamRequest.Pending(
                        "g", null, Duration.ofMinutes(1), new StreamRequest.Range(EntryId.ZERO, EntryId.MAX, 1_000)));

        exchange.getMessage().setBody(new StreamRequest.Group("g"));
        assertThat(requests.somePending()).isEmpty();
    }

    @Test
    void readsWhereAGroupBeginsFromHeaderOrOption() {
        options.setGroup("g");
        options.setGroupStart("0");
        assertThat(requests.createGroup()).isEqualTo(new StreamRequest.CreateGroup("g", GroupStart.BEGINNING, true));

        header(GortStreamsConstants.GROUP_START, "$");
        header(GortStreamsConstants.MAKE_STREAM, "false");
        assertThat(requests.createGroup()).isEqualTo(new StreamRequest.CreateGroup("g", GroupStart.END, false));
        assertThat(requests.rewindGroup()).isEqualTo(new StreamRequest.RewindGroup("g", GroupStart.END));

        header(GortStreamsConstants.GROUP_START, 5);
        assertThat(requests.rewindGroup().start()).isEqualTo(GroupStart.after(new EntryId(4, -1)));
    }

    @Test
    void readsIdsAsTextAndAsList() {
        header(GortStreamsConstants.ENTRY_ID, " 1-0 , 2-0");
        assertThat(requests.entries().ids()).containsExactly(new EntryId(1, 0), new EntryId(2, 0));

        header(GortStreamsConstants.ENTRY_ID, List.of("1-0", new EntryId(2, 0)));
        assertThat(requests.entries().ids()).containsExactly(new EntryId(1, 0), new EntryId(2, 0));

        header(GortStreamsConstants.ENTRY_ID, new EntryId(3, 0));
        assertThat(requests.entries().ids()).containsExactly(new EntryId(3, 0));

        header(GortStreamsConstants.ENTRY_ID, List.of());
        assertThat(requests.entries().ids()).isEmpty();
    }

    @Test
    void deletesTheEntryThatTheRouteHandles() {
        OwnHeaders.put(exchange, exchange.getMessage(), "s", "1-0");

        assertThat(requests.entries().ids()).containsExactly(new EntryId(1, 0));
    }

    @Test
    void claimsByIdleTimeUnlessIdsAreGiven() {
        options.setGroup("g");
        options.setConsumerName("me");
        OwnHeaders.put(exchange, exchange.getMessage(), "s", "1-0");
        GroupMember me = new GroupMember("g", "me");
        assertThat(requests.claim()).isEqualTo(new StreamRequest.Claim(me, Duration.ofMinutes(1), List.of(), 1_000));

        header(GortStreamsConstants.ENTRY_ID, "1-0");
        header(GortStreamsConstants.MIN_IDLE, 0);
        assertThat(requests.claim())
                .isEqualTo(new StreamRequest.Claim(me, Duration.ZERO, List.of(new EntryId(1, 0)), 1_000));
    }

    @Test
    void trimsByHeadersElseByOptionsElseAsUsual() {
        assertThat(requests.trim("market:okx:A").trim()).isEqualTo(Trim.toAbout(1_000));

        options.setMaxLength(7L);
        options.setTrim(TrimMode.exact);
        assertThat(requests.trim("market:okx:A").trim()).isEqualTo(new Trim.ToLength(7, true));

        header(GortStreamsConstants.MAX_AGE, Duration.ofDays(1));
        header(GortStreamsConstants.TRIM, TrimMode.approximate);
        assertThat(requests.trim("s").trim()).isEqualTo(new Trim.ToAge(Duration.ofDays(1), false));
    }

    @Test
    void deletesOlderThanExactlyUnlessAboutThereWillDo() {
        options.setMaxAge(Duration.ofDays(7));
        assertThat(requests.olderThan().trim()).isEqualTo(new Trim.ToAge(Duration.ofDays(7), true));

        options.setTrim(TrimMode.approximate);
        assertThat(requests.olderThan().trim()).isEqualTo(new Trim.ToAge(Duration.ofDays(7), false));

        header(GortStreamsConstants.OLDER_THAN, "5-1");
        header(GortStreamsConstants.TRIM, "exact");
        assertThat(requests.olderThan().trim()).isEqualTo(new Trim.ToId(new EntryId(5, 1), true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "range | Count | 0 | CamelGortStreamsCount: 0 (expected: 1 to 1000000)",
                "range | Count | 1000001 | CamelGortStreamsCount: 1000001 (expected: 1 to 1000000)",
                "range | Count | many | CamelGortStreamsCount: many (expected: 1 to 1000000)",
                "range | From | soon | CamelGortStreamsFrom: soon (expected: an entry id, a time such as",
                "deadLetters | DryRun | perhaps | CamelGortStreamsDryRun: perhaps (expected: true or false)",
                "deadLetters | To | x | CamelGortStreamsTo: x (expected: an entry id",
                "createGroup | GroupStart | begin | CamelGortStreamsGroupStart: begin (expected: an entry id",
                "rewindGroup | GroupStart | ' ' | CamelGortStreamsGroupStart: none (expected: $ or an entry id",
                "entries | EntryId | ' ' | CamelGortStreamsEntryId: none (expected: entry ids)",
                "entries | EntryId | 1-0,x | CamelGortStreamsEntryId: x (expected: entry ids)",
                "claim | MinIdle | long | CamelGortStreamsMinIdle: long (expected: a duration such as",
                "claim | MinIdle | -5 | CamelGortStreamsMinIdle: PT-0.005S (expected: zero or longer)",
                "trim | MaxLength | 0 | CamelGortStreamsMaxLength: 0 (expected: 1 or more)",
                "trim | MaxLength | ' ' | CamelGortStreamsMaxLength: none (expected: it or CamelGortStreamsMaxAge, or the option",
                "trim | MaxAge | 0 | CamelGortStreamsMaxAge: PT0S (expected: at least one millisecond)",
                "trim | Trim | none | CamelGortStreamsTrim: none (expected: approximate or exact)",
                "olderThan | OlderThan | 7d | CamelGortStreamsOlderThan: 7d (expected: an entry id",
                "olderThan | OlderThan | ' ' | CamelGortStreamsOlderThan: none (expected: an entry id",
                "olderThan | MaxAge | soon | CamelGortStreamsMaxAge: soon (expected: a duration such as"
            })
    void refusesWhatCannotBeMeant(String reader, String header, String value, String message) {
        options.setGroup("g");
        options.setConsumerName("me");
        header("CamelGortStreams" + header, value);

        assertThatThrownBy(() -> READERS.get(reader).apply(requests))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"group", "createGroup", "rewindGroup", "claim"})
    void refusesToGuessTheGroup(String reader) {
        header(GortStreamsConstants.GROUP_START, "0");

        assertThatThrownBy(() -> READERS.get(reader).apply(requests))
                .hasMessage("CamelGortStreamsGroup: none (expected: a name, here or in the option group)");
    }

    @Test
    void refusesTwoSizesAtOnce() {
        header(GortStreamsConstants.MAX_AGE, "1d");
        header(GortStreamsConstants.MAX_LENGTH, 5);
        header(GortStreamsConstants.OLDER_THAN, "5-0");

        assertThatThrownBy(() -> requests.trim("s"))
                .hasMessage("CamelGortStreamsMaxLength: 5 (expected: none together with CamelGortStreamsMaxAge)");
        assertThatThrownBy(requests::olderThan)
                .hasMessage("CamelGortStreamsOlderThan: 5-0 (expected: none together with CamelGortStreamsMaxAge)");
    }

    @Test
    void refusesToTrimWhereTheOptionSaysNotTo() {
        options.setTrim(TrimMode.none);

        assertThatThrownBy(() -> requests.trim("market:okx:A"))
                .hasMessage("trim: none (expected: approximate or exact for this operation)");
    }
}
