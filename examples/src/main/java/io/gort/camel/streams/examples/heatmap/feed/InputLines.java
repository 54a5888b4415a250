package io.gort.camel.streams.examples.heatmap.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an input, whatever it holds: ended by LF or CR LF, the last one also by the end of the input. A line
 * longer than the limit is read to its end but kept only up to the limit, so memory stays bounded. Read by one thread.
 */
final class InputLines {

    /** The longest line that is kept whole, in bytes. */
    static final int LONGEST = 64 * 1024;

    private static final int BUFFER = 64 * 1024;

    private final InputStream input;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int position;
    private int filled;
    private long number;
    private boolean complete = true;

    InputLines(InputStream input) {
        this.input = input;
    }

    /** The next line; null at the end of the input. Blocks until the line is there. */
    @Nullable
    InputLine next() throws IOException {
        boolean begun = false;
        while (position < filled || fill()) {
            begun = true;
            int end = endOfLine();
            append(position, end);
            position = end;
            if (end < filled) {
                position++;
                return finish();
            }
        }
        return begun ? finish() : null;
    }

    /** Whether {@link #next()} may have to wait for more input. */
    boolean mayWait() throws IOException {
        return endOfLine() == filled && input.available() == 0;
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, input.read(buffer));
        return filled > 0;
    }

    private int endOfLine() {
        int end = position;
        while (end < filled && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    private void append(int from, int to) {
        int room = LONGEST + 1 - line.size();
        complete &= to - from <= room;
        line.write(buffer, from, Math.min(to - from, room));
    }

    private InputLine finish() {
        byte[] bytes = line.toByteArray();
        int length = withoutCarriageReturn(bytes);
        InputLine result =
                new InputLine(++number, Arrays.copyOf(bytes, Math.min(length, LONGEST)), complete && length <= LONGEST);
        line.reset();
        complete = true;
        return result;
    }

    private int withoutCarriageReturn(byte[] bytes) {
        return complete && bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
    }
}
