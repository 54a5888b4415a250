package io.gort.camel.streams.trade.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.trade.TradeRecord;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoundTripTest {

    private final TradeCodec codec = new TradeCodec();

    @Provide
    Arbitrary<TradeRecord> records() {
        return Records.any();
    }

    @Property(tries = 300)
    void fieldsReadBackEqual(@ForAll("records") TradeRecord written) {
        Map<String, String> fields = codec.toFields(written);

        assertThat(codec.fromFields(written.streamName(), fields)).isEqualTo(written);
    }

    @Property(tries = 300)
    void jsonReadsBackEqual(@ForAll("records") TradeRecord written) {
        String json = codec.toJson(written);

        assertThat(codec.fromJson(written.getClass(), json)).isEqualTo(written);
        assertThat(json).doesNotContainPattern("[0-9][eE][+-]?[0-9]");
    }

    @Property(tries = 300)
    void fieldsOfJsonReadBackEqual(@ForAll("records") TradeRecord written) {
        Map<String, String> fields = codec.fieldsOfJson(codec.toJson(written));

        assertThat(codec.fromFields(written.streamName(), fields)).isEqualTo(written);
    }
}
