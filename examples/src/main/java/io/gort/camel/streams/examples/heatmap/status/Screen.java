package io.gort.camel.streams.examples.heatmap.status;

import java.io.PrintStream;
import java.util.List;

/**
 * Where the status appears. On a terminal the block is drawn again in place; elsewhere one line is printed at a time,
 * and less often.
 */
public final class Screen {

    private static final String ERASE_LINE = "\u001b[2K";
    private static final int LINE_EVERY = 5;

    private final PrintStream out;
    private final boolean terminal;
    private int drawn;
    private int calls;

    /**
     * @param out      where to print
     * @param terminal whether that is a terminal
     */
    public Screen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Shows the status; to be called once a second. */
    public synchronized void show(Status status) {
        if (!terminal) {
            if (calls++ % LINE_EVERY == 0) {
                out.println(StatusBlock.line(status));
            }
            return;
        }
        StringBuilder block = new StringBuilder(drawn == 0 ? "" : "\u001b[" + drawn + "A");
        List<String> lines = StatusBlock.lines(status);
        lines.forEach(line -> block.append(ERASE_LINE).append(line).append('\n'));
        out.print(block);
        out.flush();
        drawn = lines.size();
    }

    /** Prints lines that stay; the next block is drawn below them. */
    public synchronized void print(List<String> lines) {
        lines.forEach(out::println);
        out.flush();
        drawn = 0;
    }
}
