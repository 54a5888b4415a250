package io.gort.camel.streams.producer;

import io.gort.camel.streams.producer.StreamLine.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line for each stream that has entries to be sent. A stream is in one pipeline at a time, which keeps its order; those
 * in trouble go apart from the others, which keeps the others from waiting for them. To be used under one lock.
 */
final class StreamLines {

    private static final long MAX_WEIGHT = 1 << 20;

    private final int maxPipelined;
    private final Map<String, StreamLine> lines = new HashMap<>();
    private final Deque<StreamLine> ready = new ArrayDeque<>();
    private final Deque<StreamLine> readyAgain = new ArrayDeque<>();
    private final Set<String> failing = new HashSet<>();

    /**
     * @param maxPipelined how many entries a pipeline holds at most
     */
    StreamLines(int maxPipelined) {
        this.maxPipelined = maxPipelined;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Whether streams that are well have entries to be sent now. */
    boolean hasReady() {
        return !ready.isEmpty();
    }

    /** Whether streams in trouble are to be tried again now. */
    boolean hasReadyAgain() {
        return !readyAgain.isEmpty();
    }

    /** How many streams are in trouble. */
    int failing() {
        return failing.size();
    }

    /** Notes that a stream takes no entries for now; gives whether this is news. */
    boolean fails(String streamKey) {
        return failing.add(streamKey);
    }

    /** Notes that a stream has taken an entry; gives whether this is news. */
    boolean works(String streamKey) {
        return !failing.isEmpty() && failing.remove(streamKey);
    }

    /** Puts entries at the ends of their lines. */
    void add(List<Addition> additions) {
        for (Addition addition : additions) {
            StreamLine line = lineOf(addition);
            if (line.waiting().isEmpty() && line.state == State.READY) {
                isReady(line);
            }
            line.waiting().add(addition);
        }
    }

    /** Entries that need not wait: there must be no lines. */
    Pipeline startWith(List<Addition> additions) {
        Set<StreamLine> started = new LinkedHashSet<>();
        for (Addition addition : additions) {
            StreamLine line = lineOf(addition);
            line.state = State.UNDER_WAY;
            started.add(line);
        }
        return new Pipeline(additions, started);
    }

    /**
     * Takes what goes out next: lines in turn, as much of each as fits.
     *
     * @param again whether of the streams in trouble, or of the others
     */
    @Nullable
    Pipeline take(boolean again) {
        Deque<StreamLine> from = again ? readyAgain : ready;
        List<Addition> additions = new ArrayList<>();
        Set<StreamLine> taken = new LinkedHashSet<>();
        long weight = 0;
        while (!from.isEmpty()) {
            StreamLine line = from.element();
            for (Addition next = line.waiting().peek();
                    next != null;
                    next = line.waiting().peek()) {
                weight += next.weight();
                if (!additions.isEmpty() && (weight > MAX_WEIGHT || additions.size() == maxPipelined)) {
                    return new Pipeline(additions, taken);
                }
                additions.add(line.waiting().remove());
                if (taken.add(line)) {
                    from.remove();
                    line.state = State.UNDER_WAY;
                }
            }
        }
        return taken.isEmpty() ? null : new Pipeline(additions, taken);
    }

    /**
     * Notes the end of a pipeline.
     *
     * @param again those of its entries that are to be tried again, in their order
     * @return the lines that must pause before
     */
    List<StreamLine> end(Pipeline pipeline, List<Addition> again) {
        Map<StreamLine, Deque<Addition>> failed = new LinkedHashMap<>();
        for (Addition addition : again) {
            failed.computeIfAbsent(lineOf(addition), line -> new ArrayDeque<>()).push(addition);
        }
        for (StreamLine line : pipeline.lines()) {
            Deque<Addition> back = failed.get(line);
            if (back != null) {
                back.forEach(line.waiting()::push);
                line.state = State.PAUSED;
            } else if (line.waiting().isEmpty()) {
                lines.remove(line.streamKey(), line);
            } else {
                isReady(line);
            }
        }
        return List.copyOf(failed.keySet());
    }

    /** Ends the pause of a line. */
    void resume(StreamLine line) {
        if (line.state == State.PAUSED && lines.get(line.streamKey()) == line) {
            isReady(line);
        }
    }

    /** Takes out all that waits, to be given up. Lines that are under way remain. */
    List<Addition> clear() {
        List<Addition> all = new ArrayList<>();
        lines.values().forEach(line -> {
            all.addAll(line.waiting());
            line.waiting().clear();
        });
        lines.values().removeIf(line -> line.state != State.UNDER_WAY);
        ready.clear();
        readyAgain.clear();
        return all;
    }

    private void isReady(StreamLine line) {
        line.state = State.READY;
        (failing.contains(line.streamKey()) ? readyAgain : ready).add(line);
    }

    private StreamLine lineOf(Addition addition) {
        return lines.computeIfAbsent(addition.entry().streamKey(), StreamLine::new);
    }
}
