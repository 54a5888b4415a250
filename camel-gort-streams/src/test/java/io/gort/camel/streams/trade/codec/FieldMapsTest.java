package io.gort.camel.streams.trade.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gort.camel.streams.entry.InvalidEntryException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldMapsTest {

    private final TradeCodec codec = new TradeCodec();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"1e5\" | 1e5",
                "\"\" | ~~",
                "45000.0 | 45000",
                "5.99e-05 | 0.0000599",
                "0.1000000000000000055511151231257827 | 0.1000000000000000055511151231257827",
                "12345678901234567890123 | 12345678901234567890123",
                "1E21 | 1000000000000000000000",
                "-0.0 | 0",
                "true | true",
                "[ ] | []",
                "[ 1.0, {\"a\" : 1e-9} , null, \"x\\ny\" ] | [1,{\"a\":0.000000001},null,\"x\\ny\"]",
                "{\"b\":{\"c\":2.50}} | {\"b\":{\"c\":2.5}}",
                "\"币安\" | 币安"
            })
    void turnsJsonMembersIntoFields(String value, String field) {
        assertThat(codec.fieldsOfJson("{\"n\": null, \"f\": " + value + "}")).isEqualTo(Map.of("f", field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e309", "1e1000000000", "[[1e999]]", "{\"a\":1e-500}", "1e99999999999999"})
    void rejectsNumbersThatNobodyCanHold(String value) {
        assertThatThrownBy(() -> codec.fieldsOfJson("{\"f\": " + value + "}"))
                .isInstanceOf(InvalidEntryException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\":null}"})
    void rejectsObjectsWithoutValues(String json) {
        assertThatThrownBy(() -> codec.fieldsOfJson(json))
                .isInstanceOf(InvalidEntryException.class)
                .hasMessage("Invalid body: fields: none (expected: at least one field with a value)");
    }

    @Test
    void rejectsNestingWithoutEnd() {
        assertThatThrownBy(() -> codec.fieldsOfJson("{\"a\":" + "[".repeat(100_000)))
                .isInstanceOf(InvalidEntryException.class)
                .message()
                .hasSizeLessThan(500);
    }

    static Stream<Arguments> mapValues() {
        return Stream.of(
                Arguments.of("text", "text"),
                Arguments.of(CharBuffer.wrap("built"), "built"),
                Arguments.of(7, "7"),
                Arguments.of(1_757_000_000_000L, "1757000000000"),
                Arguments.of(1e-9, "0.000000001"),
                Arguments.of(1e21, "1000000000000000000000"),
                Arguments.of(45000.0, "45000"),
                Arguments.of(0.1f, "0.1"),
                Arguments.of(new BigDecimal("1.2300E5"), "123000"),
                Arguments.of(BigInteger.TEN.pow(30), "1" + "0".repeat(30)),
                Arguments.of(true, "true"),
                Arguments.of(Map.of("a", 1.0), "{\"a\":1}"),
                Arguments.of(List.of(1, "b", List.of(2.5)), "[1,\"b\",[2.5]]"),
                Arguments.of(new int[] {1, 2}, "[1,2]"),
                Arguments.of(new String[] {"a", null}, "[\"a\",null]"),
                Arguments.of("币安".getBytes(StandardCharsets.UTF_8), "币安"),
                Arguments.of(Thread.State.NEW, "NEW"));
    }

    @ParameterizedTest
    @MethodSource("mapValues")
    void turnsMapEntriesIntoFields(Object value, String field) {
        Map<String, Object> map = new HashMap<>();
        map.put("f", value);
        map.put("n", null);

        assertThat(codec.fieldsOfMap(map)).isEqualTo(Map.of("f", field));
    }

    @Test
    void tellsAllThatIsWrongWithAMap() {
        Map<Object, Object> map = new LinkedHashMap<>();
        map.put("price", Double.NaN);
        map.put("sizes", List.of(1, Float.POSITIVE_INFINITY));
        map.put(7, "x");

        assertThatThrownBy(() -> codec.fieldsOfMap(map))
                .isInstanceOf(InvalidEntryException.class)
                .hasMessage("Invalid body: price: NaN (expected: a number in the range of a double); "
                        + "sizes: Infinity (expected: a number in the range of a double); "
                        + "key: 7 (expected: a text)");
        assertThatThrownBy(() -> codec.fieldsOfMap(Map.of())).isInstanceOf(InvalidEntryException.class);
    }

    @Test
    void endsInMapsThatHoldThemselves() {
        List<Object> itself = new ArrayList<>();
        itself.add(itself);
        itself.add(itself);

        assertThatThrownBy(() -> codec.fieldsOfMap(Map.of("f", itself)))
                .isInstanceOf(InvalidEntryException.class)
                .hasMessageContaining("f: deeper nesting (expected: ");
    }
}
