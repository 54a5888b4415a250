package io.gort.camel.streams.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.testkit.RedisUnderTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The books of one case: a recorder for each group, and the checks of the equation. */
final class CaseBooks {

    private final ToLongFunction<@Nullable String> countedTrimmed;
    private final List<EntryRecorder> recorders = new CopyOnWriteArrayList<>();
    private final Map<EntryRecorder, Account> checked = new LinkedHashMap<>();

    /**
     * Begins with no books.
     *
     * @param countedTrimmed how many entries the consumers of a group say were trimmed before they were handled
     */
    CaseBooks(ToLongFunction<@Nullable String> countedTrimmed) {
        this.countedTrimmed = countedTrimmed;
    }

    /** New books: what is published from now on is to reach the group. */
    EntryRecorder open(RedisUnderTest redis, @Nullable String group) {
        EntryRecorder recorder = new EntryRecorder(redis, group, () -> countedTrimmed.applyAsLong(group));
        recorders.add(recorder);
        return recorder;
    }

    /** Notes an entry in all books that are open. */
    void published(String streamKey, Object id) {
        recorders.forEach(recorder -> recorder.published(streamKey, id));
    }

    /** Waits until everything is handled well and nothing is pending, each entry having been handled once. */
    void allHandledOnce(EntryRecorder recorder) {
        allHandled(recorder);
        assertThat(checked(recorder).duplicates()).as("entries handled again").isZero();
    }

    /** Waits until everything is handled well and nothing is pending. */
    void allHandled(EntryRecorder recorder) {
        ends(recorder, Set.of(), Set.of());
    }

    /** Waits until everything is handled well, but for the entries that are to be dead-lettered and to stay pending. */
    void ends(EntryRecorder recorder, Set<String> deadLettered, Set<String> pending) {
        int wellHandled = recorder.publishedCount() - deadLettered.size() - pending.size();
        recorder.eventually()
                .passes(() -> assertThat(recorder.handledCount() + recorder.countedTrimmed())
                        .as("handled or trimmed")
                        .isGreaterThanOrEqualTo(wellHandled));
        recorder.eventually().passes(() -> {
            Account account = checked(recorder);
            assertThat(account.problems()).isEmpty();
            assertThat(account.deadLettered()).as("dead-lettered").isEqualTo(deadLettered);
            assertThat(account.pending()).as("pending").isEqualTo(pending);
            assertThat(account.handled().keySet()).as("handled").noneMatch(deadLettered::contains);
        });
    }

    /**
     * Waits until nothing is left to be read or pending, and takes what is missing out of the books, as lost for a
     * known reason that the server cannot count; gives how many those were.
     */
    int writeOffWhatIsMissing(EntryRecorder recorder) {
        recorder.eventually()
                .passes(() -> assertThat(recorder.pending()).as("pending").isEmpty());
        Set<String> missing = recorder.account().missing();
        recorder.writeOff(missing);
        return missing.size();
    }

    /** Checks the equation as things are now. */
    Account balanced(EntryRecorder recorder) {
        Account account = checked(recorder);
        assertThat(account.problems()).isEmpty();
        return account;
    }

    private synchronized Account checked(EntryRecorder recorder) {
        Account account = recorder.account();
        checked.put(recorder, account);
        return account;
    }

    /** All groups together, as last looked at; an entry counts once for each. */
    synchronized Account total() {
        Account all = new Account(Set.of(), Map.of(), Set.of(), Set.of(), 0);
        for (int i = 0; i < recorders.size(); i++) {
            EntryRecorder recorder = recorders.get(i);
            Account one = checked.getOrDefault(recorder, recorder.accountWithoutServer());
            all = all.plus(one.labelled(i + " "));
        }
        return all;
    }
}
