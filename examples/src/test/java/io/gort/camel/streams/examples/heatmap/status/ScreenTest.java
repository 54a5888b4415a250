package io.gort.camel.streams.examples.heatmap.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.examples.heatmap.tally.Counts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void fitsATerminalOfEightyColumns() {
        assertThat(StatusBlock.lines(status("BTCUSDT")))
                .allSatisfy(line -> assertThat(line.length()).isLessThan(80));
        assertThat(String.join("\n", StatusBlock.lines(status("BTCUSDT"))))
                .contains("1,234,567", "1,200,000", "4,567", "30,000", "64200", "malformed lines", "00:01:05");
    }

    @Test
    void drawsTheBlockInPlaceOnATerminal() {
        Screen screen = screen(true);
        int lines = StatusBlock.lines(status("X")).size();

        screen.show(status("X"));
        assertThat(printed()).doesNotContain("\u001b[" + lines + "A");
        screen.show(status("X"));
        assertThat(printed()).contains("\u001b[" + lines + "A");
    }

    @Test
    void printsALineEveryFiveSecondsElsewhere() {
        Screen screen = screen(false);

        for (int second = 0; second < 10; second++) {
            screen.show(status("X"));
        }

        assertThat(printed().lines()).hasSize(2);
        assertThat(printed()).doesNotContain("\u001b");
    }

    @Test
    void neverSendsControlCharactersOfASymbolToTheTerminal() {
        assertThat(String.join("", StatusBlock.lines(status("\u001b[2JBAD")))).doesNotContain("\u001b");
        assertThat(StatusBlock.line(status("\u001b[2JBAD"))).doesNotContain("\u001b");
    }

    private Screen screen(boolean terminal) {
        return new Screen(new PrintStream(out, true, StandardCharsets.UTF_8), terminal);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Status status(String symbol) {
        HotLevel level =
                new HotLevel(symbol, new BigDecimal("64200"), new BigDecimal("1500000.4"), new BigDecimal("20"));
        return new Status(
                Duration.ofSeconds(65),
                "http://localhost:8080",
                new Counts(1_234_567, 1_200_000, 4_567),
                0,
                3,
                512,
                List.of(level, level));
    }
}
