package io.gort.camel.streams.examples.heatmap.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The events of an input, one JSON object on each line, in its order. Blank lines are skipped. Lines that cannot be
 * sent are handed on and counted, and never end the feed.
 */
public final class InputFeed implements Feed {

    private static final int LONGEST_TEXT = 4096;

    private final InputLines lines;
    private final @Nullable Pace pace;
    private final Consumer<MalformedLine> malformed;
    private final EventParser parser = new EventParser();
    private final LongAdder malformedCount = new LongAdder();
    private volatile boolean usedUp;

    /**
     * @param input     what is read, as bytes; it is not closed
     * @param rate      events per second; absent: as many as are there
     * @param malformed who is told of lines that cannot be sent
     */
    public InputFeed(InputStream input, @Nullable Integer rate, Consumer<MalformedLine> malformed) {
        this.lines = new InputLines(input);
        this.pace = rate == null ? null : new Pace(rate, 0, System::nanoTime);
        this.malformed = malformed;
    }

    @Override
    public List<FeedEvent> take(int max) throws IOException {
        List<FeedEvent> events = new ArrayList<>();
        while (events.size() < max && (events.isEmpty() || !lines.mayWait())) {
            InputLine line = lines.next();
            if (line == null) {
                usedUp = true;
                break;
            }
            if (!isBlank(line)) {
                read(line, events);
            }
        }
        if (pace != null) {
            pace.took(events.size());
        }
        return events;
    }

    @Override
    public boolean isUsedUp() {
        return usedUp;
    }

    @Override
    public int due() {
        return pace == null ? Integer.MAX_VALUE : pace.due();
    }

    /** How many lines could not be sent. */
    public long malformedCount() {
        return malformedCount.sum();
    }

    private void read(InputLine line, List<FeedEvent> events) {
        try {
            events.add(parser.parse(line));
        } catch (MalformedLineException e) {
            malformedCount.increment();
            malformed.accept(new MalformedLine(line.number(), textOf(line), String.valueOf(e.getMessage())));
        }
    }

    private static boolean isBlank(InputLine line) {
        for (byte b : line.bytes()) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private static String textOf(InputLine line) {
        int length = Math.min(line.bytes().length, LONGEST_TEXT);
        return new String(line.bytes(), 0, length, StandardCharsets.UTF_8);
    }
}
