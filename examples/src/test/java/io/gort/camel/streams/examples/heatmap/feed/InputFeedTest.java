package io.gort.camel.streams.examples.heatmap.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputFeedTest {

    private static final String EVENT = "{\"exchange\":\"binance\",\"symbol\":\"BTCUSDT\",\"price\":1}";

    private final List<MalformedLine> malformed = new ArrayList<>();

    @Test
    void readsLinesWhateverEndsThem() throws IOException {
        assertThat(read("\uFEFF" + EVENT + "\r\n\n  \t\r\n" + EVENT + "\n" + EVENT))
                .hasSize(3);
        assertThat(malformed).isEmpty();
    }

    @Test
    void keepsWhatItWasGivenAsText() throws IOException {
        List<FeedEvent> events = read("{\"exchange\":\"okx\",\"symbol\":\"币安USDT\",\"timestamp\":1600000000000,"
                + "\"price\":5.99e-05,\"quantity\":\"0.10\",\"value\":null,\"flag\":true,\"extra\":{\"a\":[1]}}");

        assertThat(events).hasSize(1);
        assertThat(events.get(0).streamKey()).isEqualTo("liquidations:okx:币安USDT");
        assertThat(events.get(0).fields())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "timestamp", "1600000000000",
                        "price", "0.0000599",
                        "quantity", "0.10",
                        "flag", "true",
                        "extra", "{\"a\":[1]}"));
        assertThat(events.get(0).toBody()).containsEntry("exchange", "okx").containsEntry("symbol", "币安USDT");
    }

    @Test
    void doesNotBlowUpAbsurdNumbers() throws IOException {
        List<FeedEvent> events =
                read("{\"exchange\":\"okx\",\"symbol\":\"BTCUSDT\",\"price\":1e999999999,\"quantity\":1e-999999999}");

        assertThat(events.get(0).fields().get("price")).isEqualTo("1E+999999999");
        assertThat(events.get(0).fields().get("quantity")).isEqualTo("1E-999999999");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "price=abc | not JSON",
                "{\"exchange\":\"okx\" | not JSON",
                "[] | not a JSON object",
                "7 | not a JSON object",
                "{} {} | not JSON",
                "{\"exchange\":\"okx\",\"symbol\":\"X\",\"price\":1e99999999999} | not JSON: a number out of range",
                "{\"exchange\":\"okx\",\"symbol\":\"X\",\"symbol\":\"Y\",\"price\":1} | not JSON: Duplicate field",
                "{\"exchange\":\"okx\" | not JSON: Unexpected end-of-input: expected close marker for Object",
                "{\"symbol\":\"BTCUSDT\",\"price\":1} | exchange: none (expected: a text that is not empty)",
                "{\"exchange\":\"okx\",\"price\":1} | symbol: none",
                "{\"exchange\":\"\",\"symbol\":\"X\",\"price\":1} | exchange: \"\"",
                "{\"exchange\":5,\"symbol\":\"X\",\"price\":1} | exchange: 5",
                "{\"exchange\":\"a:b\",\"symbol\":\"X\",\"price\":1} | exchange: 'a:b'",
                "{\"exchange\":\"okx\",\"symbol\":\"X*\",\"price\":1} | symbol: 'X*'",
                "{\"exchange\":\"okx\",\"symbol\":\"X}Y\",\"price\":1} | deadLetterStream: none",
                "{\"exchange\":\"okx\",\"symbol\":\"X\",\"init\":\"true\"} | nothing besides",
                "{\"exchange\":\"okx\",\"symbol\":\"X\"} | nothing besides",
            })
    void tellsWhyALineNamesNoStream(String line, String reason) throws IOException {
        assertThat(read(EVENT + "\n" + line + "\n" + EVENT)).hasSize(2);

        assertThat(malformed).hasSize(1);
        assertThat(malformed.get(0).number()).isEqualTo(2);
        assertThat(malformed.get(0).text()).isEqualTo(line);
        assertThat(malformed.get(0).reason()).startsWith(reason);
    }

    @Test
    void passesOverHugeLinesAndForeignBytes() throws IOException {
        byte[] huge = ("{\"x\":\"" + "y".repeat(1_000_000) + "\"}\n").getBytes(StandardCharsets.UTF_8);
        byte[] latin = "{\"exchange\":\"b\u00f6rse\"}\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] event = EVENT.getBytes(StandardCharsets.UTF_8);
        byte[] input = new byte[huge.length + latin.length + event.length];
        System.arraycopy(huge, 0, input, 0, huge.length);
        System.arraycopy(latin, 0, input, huge.length, latin.length);
        System.arraycopy(event, 0, input, huge.length + latin.length, event.length);

        assertThat(read(new ByteArrayInputStream(input))).hasSize(1);
        assertThat(malformed).extracting(MalformedLine::reason).containsExactly("longer than 65536 bytes", "not UTF-8");
        assertThat(malformed.get(0).text()).hasSize(4096);
    }

    @Test
    void takesNoMoreThanAsked() throws IOException {
        InputFeed feed = feed(new ByteArrayInputStream((EVENT + "\n").repeat(5).getBytes(StandardCharsets.UTF_8)));

        assertThat(feed.take(3)).hasSize(3);
        assertThat(feed.isUsedUp()).isFalse();
        assertThat(feed.take(3)).hasSize(2);
        feed.take(3);
        assertThat(feed.isUsedUp()).isTrue();
    }

    @Test
    void givesWhatIsThereBeforeItWaitsForMore() throws IOException {
        InputStream slow = new ByteArrayInputStream((EVENT + "\n" + EVENT + "\n").getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, EVENT.length() + 1));
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        };

        assertThat(feed(slow).take(100)).hasSize(1);
    }

    private List<FeedEvent> read(String input) throws IOException {
        return read(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    }

    private List<FeedEvent> read(InputStream input) throws IOException {
        InputFeed feed = feed(input);
        List<FeedEvent> events = new ArrayList<>();
        while (!feed.isUsedUp()) {
            events.addAll(feed.take(100));
        }
        assertThat(feed.malformedCount()).isEqualTo(malformed.size());
        return events;
    }

    private InputFeed feed(InputStream input) {
        return new InputFeed(input, null, malformed::add);
    }
}
