package io.gort.camel.streams.trade.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.InvalidEntryException;
import io.gort.camel.streams.trade.DataType;
import io.gort.camel.streams.trade.HeatmapData;
import io.gort.camel.streams.trade.Samples;
import io.gort.camel.streams.trade.StreamName;
import io.gort.camel.streams.trade.TradeRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands on a stream becomes a valid record or an {@link InvalidEntryException}, and nothing else. */
class HostileInputTest {

    private static final List<TradeRecord> SAMPLES = List.of(
            Samples.liquidation(), Samples.market(), Samples.positions(), Samples.orderBook(), Samples.heatmap());

    private final TradeCodec codec = new TradeCodec();

    @Provide
    Arbitrary<TradeRecord> samples() {
        return Arbitraries.of(SAMPLES);
    }

    @Provide
    Arbitrary<String> hostileJson() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "null",
                        "true",
                        "[]",
                        "{}",
                        "[[]]",
                        "[{}]",
                        "[null]",
                        "{\"price\":{}}",
                        "\"\"",
                        "\"null\"",
                        "0",
                        "-1",
                        "1e308",
                        "-1e308",
                        "1e-308",
                        "1e309",
                        "1e-400",
                        "1e2147483647",
                        "-1e-2147483648",
                        "1e2147483648",
                        "1e99999999999999999999",
                        "9223372036854775807",
                        "9223372036854775808",
                        "0.1",
                        "9".repeat(400),
                        "9".repeat(2_000),
                        "0." + "1".repeat(900),
                        "[".repeat(1_100),
                        "[".repeat(900) + "]".repeat(900),
                        "\"\\ud800\"",
                        "\"\ufffd\"",
                        "\"\\u0000\"",
                        "NaN",
                        "[{\"price\":1e308,\"size\":1e308},{\"price\":-1e308,\"size\":1e308}]",
                        "[{\"price\":1,\"size\":1e308},{\"price\":2,\"quantity\":1e-300}]"),
                Arbitraries.strings().ofMaxLength(20),
                Arbitraries.strings().numeric().ofMaxLength(30),
                Arbitraries.bigDecimals().map(String::valueOf));
    }

    @Property(tries = 100)
    void survivesAnyFieldValue(@ForAll("samples") TradeRecord sample, @ForAll("hostileJson") String hostile) {
        Map<String, String> good = codec.toFields(sample);

        for (String name : good.keySet()) {
            Map<String, String> fields = new HashMap<>(good);
            fields.put(name, hostile);
            assertReadsOrRejects(() -> codec.fromFields(sample.streamName(), fields));
        }
    }

    @Property(tries = 100)
    void survivesAnyJsonInAnyPlace(@ForAll("samples") TradeRecord sample, @ForAll("hostileJson") String hostile) {
        for (String json : mutations(codec.toJson(sample), hostile)) {
            assertReadsOrRejects(() -> codec.fromJson(sample.getClass(), json));
            assertReadsOrRejects(() -> codec.fieldsOfJson(json));
        }
    }

    @Property(tries = 50)
    void survivesAnyJsonInGenerationOneHeatmaps(@ForAll("hostileJson") String hostile) {
        HeatmapData heatmap = Samples.heatmap();

        for (String json : mutations(codec.toGenerationOneJson(heatmap), hostile)) {
            assertReadsOrRejects(() -> codec.heatmapFromJson(json));
            Map<String, String> fields = Map.of("data", json, "timestamp", "1", "interval", "1m");
            assertReadsOrRejects(() -> codec.fromFields(heatmap.streamName(), fields));
        }
    }

    @Property
    void survivesAnyEntry(@ForAll Map<String, String> fields, @ForAll DataType type) {
        StreamName name = new StreamName(type, type.hasExchange() ? "okx" : null, "X");

        assertReadsOrRejects(() -> codec.fromFields(name, fields));
    }

    @Property
    void survivesAnyText(@ForAll String text) {
        assertReadsOrRejects(() -> codec.heatmapFromJson(text));
        assertReadsOrRejects(() -> codec.fieldsOfJson(text));
        assertReadsOrRejects(() -> codec.fieldsOfJson("{\"a\":" + text + "}"));
    }

    @Property
    void survivesAnyNumberInAMap(@ForAll double number, @ForAll float other) {
        assertReadsOrRejects(() -> codec.fieldsOfMap(Map.of("a", number, "b", List.of(other))));
    }

    @Example
    void survivesTenThousandFields() {
        Map<String, String> fields = new HashMap<>(codec.toFields(Samples.liquidation()));
        for (int i = 0; i < 10_000; i++) {
            fields.put("unknown" + i, "[".repeat(i % 100));
        }

        assertThat(codec.fromFields(Samples.liquidation().streamName(), fields)).isEqualTo(Samples.liquidation());
    }

    /** The JSON with each of its values in turn replaced. */
    private static List<String> mutations(String json, String hostile) {
        List<String> mutations = new ArrayList<>();
        for (int colon = json.indexOf("\":"); colon >= 0; colon = json.indexOf("\":", colon + 1)) {
            int start = colon + 2;
            int end = start;
            int depth = 0;
            while (depth > 0 || ",}]".indexOf(json.charAt(end)) < 0) {
                depth += "[{".indexOf(json.charAt(end)) >= 0 ? 1 : "]}".indexOf(json.charAt(end)) >= 0 ? -1 : 0;
                end++;
            }
            mutations.add(json.substring(0, start) + hostile + json.substring(end));
        }
        return mutations;
    }

    private void assertReadsOrRejects(Supplier<?> reading) {
        try {
            if (reading.get() instanceof TradeRecord read) {
                assertThat(codec.fromJson(read.getClass(), withLevels(read))).isNotNull();
            }
        } catch (InvalidEntryException rejected) {
            assertThat(rejected.violations())
                    .isNotEmpty()
                    .allSatisfy(text -> assertThat(text).hasSizeLessThan(500).contains("expected: "));
        }
    }

    /** An entry that announces a cached heatmap has none itself. */
    private String withLevels(TradeRecord read) {
        return read instanceof HeatmapData heatmap && heatmap.levels().isEmpty()
                ? codec.toJson(Samples.heatmap())
                : codec.toJson(read);
    }
}
