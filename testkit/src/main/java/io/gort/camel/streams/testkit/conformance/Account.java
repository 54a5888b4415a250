package io.gort.camel.streams.testkit.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the entries of one group are, by their ids: published = handled ∪ dead-lettered ∪ pending, and what is missing
 * numbers exactly the counted-as-trimmed.
 *
 * @param handled        how often each entry was handled well
 * @param countedTrimmed how many entries the consumers say were trimmed before they were handled
 */
public record Account(
        Set<String> published,
        Map<String, Integer> handled,
        Set<String> deadLettered,
        Set<String> pending,
        long countedTrimmed) {

    private static final int SHOWN = 5;

    public Account {
        published = Set.copyOf(published);
        handled = Map.copyOf(handled);
        deadLettered = Set.copyOf(deadLettered);
        pending = Set.copyOf(pending);
    }

    /** Published, but nowhere to be found. */
    public Set<String> missing() {
        Set<String> missing = new TreeSet<>(published);
        missing.removeAll(handled.keySet());
        missing.removeAll(deadLettered);
        missing.removeAll(pending);
        return missing;
    }

    /** Handled, dead-lettered or pending, but never published. */
    public Set<String> ghosts() {
        Set<String> ghosts = new TreeSet<>();
        Stream.of(handled.keySet(), deadLettered, pending).forEach(ghosts::addAll);
        ghosts.removeAll(published);
        return ghosts;
    }

    /** How many are missing without having been counted as trimmed. */
    public long lost() {
        return Math.max(0, missing().size() - countedTrimmed);
    }

    /** How many times entries were handled again after they had been handled well. */
    public long duplicates() {
        return handled.values().stream().mapToLong(times -> times - 1L).sum();
    }

    /** What is wrong with the equation, in words; empty if it holds. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        Set<String> missing = missing();
        if (missing.size() != countedTrimmed) {
            problems.add(missing.size() + " entries are missing, " + countedTrimmed + " were counted as trimmed: "
                    + some(missing));
        }
        Set<String> ghosts = ghosts();
        if (!ghosts.isEmpty()) {
            problems.add(ghosts.size() + " entries were never published: " + some(ghosts));
        }
        return problems;
    }

    /** The same with a label before each name, to tell the entries of several groups apart. */
    Account labelled(String label) {
        Map<String, Integer> labelledHandled = new HashMap<>();
        handled.forEach((name, times) -> labelledHandled.put(label + name, times));
        return new Account(
                labelled(label, published),
                labelledHandled,
                labelled(label, deadLettered),
                labelled(label, pending),
                countedTrimmed);
    }

    private static Set<String> labelled(String label, Set<String> names) {
        return names.stream().map(label::concat).collect(Collectors.toSet());
    }

    /** The two accounts as one. */
    Account plus(Account other) {
        Map<String, Integer> allHandled = new HashMap<>(handled);
        other.handled.forEach((id, times) -> allHandled.merge(id, times, Integer::sum));
        return new Account(
                union(published, other.published),
                allHandled,
                union(deadLettered, other.deadLettered),
                union(pending, other.pending),
                countedTrimmed + other.countedTrimmed);
    }

    private static Set<String> union(Collection<String> one, Collection<String> other) {
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }

    private static String some(Set<String> ids) {
        return ids.stream().limit(SHOWN).toList() + (ids.size() > SHOWN ? " …" : "");
    }
}
