package io.gort.camel.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.trade.HeatmapCacheKey;
import io.gort.camel.streams.trade.codec.TradeCodec;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class HeaderFieldsTest {

    private final TradeCodec codec = new TradeCodec(new HeatmapCacheKey("{symbol}:{interval}"));
    private final HeaderFields fields =
            new HeaderFields(List.of("small", "large", "CamelFileName"), new GortStreamsHeaderFilterStrategy());
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    @Test
    void writesNumbersWithoutExponents() {
        exchange.getMessage().setHeader("small", 1e-9);
        exchange.getMessage().setHeader("large", 1e21);

        assertThat(fields.addTo(Map.of("a", "1"), exchange, codec))
                .containsOnly(
                        Map.entry("a", "1"),
                        Map.entry("small", "0.000000001"),
                        Map.entry("large", "1000000000000000000000"));
    }

    @Test
    void refusesWhatIsNoFiniteNumber() {
        exchange.getMessage().setHeader("small", Double.NaN);

        assertThatThrownBy(() -> fields.addTo(Map.of("a", "1"), exchange, codec))
                .isInstanceOf(InvalidEntryException.class)
                .hasMessageStartingWith("Invalid header: small: NaN (expected: ");
    }

    @Test
    void leavesOutWhatIsCamelsOrGivesNoText() {
        exchange.getMessage().setHeader("CamelFileName", "a.txt");
        exchange.getMessage().setHeader("small", new DefaultExchange(new DefaultCamelContext()).getMessage());

        assertThat(fields.addTo(Map.of("a", "1"), exchange, codec)).containsOnlyKeys("a");
    }
}
