package io.gort.camel.streams.karaf.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Hashtable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.service.cm.ConfigurationException;

class HeatmapConfigurationTest {

    @Test
    void symbolsAreToldWithCommasBetweenAndTheRestIsTheTemplates() throws Exception {
        HeatmapConfiguration read = read(Map.of("symbols", " BTCUSDT, ETHUSDT,BTCUSDT,", "levelWidth", "10"));

        assertThat(read.symbols()).containsExactly("BTCUSDT", "ETHUSDT");
        assertThat(read.parameters()).containsExactly(Map.entry("levelWidth", "10"));
    }

    @Test
    void whatIsEmptyOrOfTheContainerIsLeftOut() throws Exception {
        HeatmapConfiguration read = read(Map.of(
                "symbols",
                "BTCUSDT",
                "group",
                " ",
                "service.pid",
                Activator.PID,
                "felix.fileinstall.filename",
                "x.cfg"));

        assertThat(read.parameters()).isEmpty();
    }

    @Test
    void noSymbolIsRefused() {
        assertThatThrownBy(() -> read(Map.of("symbols", " , ")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("symbols: none (expected: such as BTCUSDT,ETHUSDT)");
    }

    @Test
    void whatEachSymbolHasOfItsOwnIsRefused() {
        assertThatThrownBy(() -> read(Map.of("symbols", "BTCUSDT", "stream", "liquidations:okx:*")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("stream: liquidations:okx:* (expected: symbols, with commas between)");
    }

    private static HeatmapConfiguration read(Map<String, String> values) throws ConfigurationException {
        return HeatmapConfiguration.of(new Hashtable<>(values));
    }
}
