package io.gort.camel.streams.examples.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetupSettingsTest {

    @Test
    void plansFourHundredAndTwentyFiveGroupsOnTheLocalRedisByDefault() {
        SetupSettings settings = SetupSettings.from(Map.of());

        assertThat(settings.address()).isEqualTo("localhost:6379");
        assertThat(PlannedGroup.on(settings.exchanges(), settings.symbols()))
                .hasSize(425)
                .doesNotHaveDuplicates()
                .contains(
                        new PlannedGroup("liquidations:binance:BTCUSDT", "storage-group"),
                        new PlannedGroup("orderbook:bitfinex:XRPUSDT", "monitor-group"),
                        new PlannedGroup("heatmap:SOLUSDT", "api-group"));
    }

    @ParameterizedTest
    @CsvSource({
        "REDIS_PORT, abc, REDIS_PORT: 'abc' (expected: a number from 1 to 65535)",
        "REDIS_PORT, 65536, REDIS_PORT: '65536' (expected: a number from 1 to 65535)",
        "REDIS_HOST, ' ', REDIS_HOST: ' ' (expected: a host name or address)",
        "REDIS_TLS, yes, REDIS_TLS: 'yes' (expected: true or false)",
        "REDIS_USERNAME, app, 'REDIS_USERNAME: ''app'' without REDIS_PASSWORD (expected: both, or neither)'",
    })
    void namesTheVariableWhoseValueIsWrong(String variable, String value, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SetupSettings.from(Map.of(variable, value)))
                .withMessage(message);
    }

    @Test
    void showsNoPassword() {
        assertThat(SetupSettings.from(Map.of("REDIS_PASSWORD", "s3cret"))).hasToString("localhost:6379");
    }
}
