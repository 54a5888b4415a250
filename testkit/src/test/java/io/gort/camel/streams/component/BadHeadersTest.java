package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers that cannot be meant are refused before anything is sent, with the value and what was expected. Needs no server. */
class BadHeadersTest {

    private final CamelContext context = new DefaultCamelContext();

    @AfterEach
    void close() throws Exception {
        context.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Operation | destroy | CamelGortStreamsOperation: destroy (expected: one of [add, length, ",
                "EntryId | first | CamelGortStreamsEntryId: first (expected: an entry id)",
                "MaxLength | 0 | CamelGortStreamsMaxLength: 0 (expected: 1 or more)",
                "MaxAge | 5x | CamelGortStreamsMaxAge: 5x (expected: a duration such as",
                "Trim | perhaps | CamelGortStreamsTrim: perhaps (expected: approximate, exact or none)",
                "StreamKey | a* | stream: a* (expected: one stream for a producer)"
            })
    void areRefused(String header, String value, String refusal) {
        context.start();

        assertThatThrownBy(() -> context.createProducerTemplate()
                        .sendBodyAndHeader("gort-streams:s", Map.of("a", "1"), "CamelGortStreams" + header, value))
                .hasStackTraceContaining(refusal);
    }
}
