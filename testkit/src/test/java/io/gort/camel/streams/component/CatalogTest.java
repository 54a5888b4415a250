package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tools that read the Camel catalog make of our endpoints. Needs no server. */
class CatalogTest {

    private final CamelCatalog catalog = new DefaultCamelCatalog();

    @BeforeEach
    void addOurComponent() {
        catalog.addComponent("gort-streams", "io.gort.camel.streams.GortStreamsComponent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gort-streams:liquidations:binance:BTCUSDT?group=storage-group",
                "gort-streams:liquidations:binance:BTCUSDT,liquidations:okx:BTCUSDT?batchSize=50&blockTimeout=2s",
                "gort-streams:liquidations:*:BTCUSDT?group=g&groupStart=0&ackMode=MANUAL",
                "gort-streams:liquidations?validate=strict&maxLength=5000&trim=exact",
                "gort-streams:heatmap:BTCUSDT?operation=getHeatmap",
                "gort-streams:any-other-key?host={{redis.host}}&port={{redis.port}}&password=RAW(a?b)"
            })
    void acceptsGoodEndpoints(String uri) {
        EndpointValidationResult result = catalog.validateEndpointProperties(uri);

        assertThat(result.isSuccess()).as(result.summaryErrorMessage(false)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "gort-streams:s?grup=g, grup",
        "gort-streams:s?batchSize=many, batchSize",
        "gort-streams:s?ackMode=SOMETIMES, ackMode",
        "gort-streams:s?trim=perhaps, trim",
        "gort-streams:s?startWhenDown=soon, startWhenDown"
    })
    void namesTheBadOption(String uri, String option) {
        EndpointValidationResult result = catalog.validateEndpointProperties(uri);

        assertThat(result.isSuccess()).isFalse();
        assertThat(result.summaryErrorMessage(false)).contains(option);
    }

    @Test
    void takesTheUriApartAndPutsItTogether() throws Exception {
        Map<String, String> parts =
                catalog.endpointProperties("gort-streams:liquidations:binance:BTCUSDT?group=storage-group");

        assertThat(parts)
                .containsEntry("stream", "liquidations:binance:BTCUSDT")
                .containsEntry("group", "storage-group");
        assertThat(catalog.asEndpointUri("gort-streams", parts, false))
                .isEqualTo("gort-streams:liquidations:binance:BTCUSDT?group=storage-group");
    }
}
