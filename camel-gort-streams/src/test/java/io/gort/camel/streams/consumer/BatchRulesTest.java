package io.gort.camel.streams.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.consumer.BatchRules.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchRulesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1, FIRST_DELIVERY",
        "0, 2, DELIVERED_AGAIN",
        "0, 3, BY_ITSELF",
        "0, 99, BY_ITSELF",
        "5, 1, FIRST_DELIVERY",
        "5, 2, DELIVERED_AGAIN",
        "5, 3, BY_ITSELF",
        "5, 5, BY_ITSELF",
        "2, 1, FIRST_DELIVERY",
        "2, 2, BY_ITSELF"
    })
    void keepsApartWhatHasFailedOftenOrIsDeliveredForTheLastTime(int maxDeliveries, long deliveryCount, Kind kind) {
        assertThat(new BatchRules(10, maxDeliveries).kindOf(deliveryCount)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "10, FIRST_DELIVERY, 9, false",
        "10, FIRST_DELIVERY, 10, true",
        "10, DELIVERED_AGAIN, 9, false",
        "10, BY_ITSELF, 1, true",
        "1, FIRST_DELIVERY, 1, true"
    })
    void isFullByItsSizeOrByItself(int size, Kind kind, int gathered, boolean full) {
        assertThat(new BatchRules(size, 0).isFull(kind, gathered)).isEqualTo(full);
    }
}
