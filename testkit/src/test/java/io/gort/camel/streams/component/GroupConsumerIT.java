package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.testkit.Eventually;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;

/** What a route that reads as a member of a group sees, and what becomes of its entries. */
@WithRedis
class GroupConsumerIT {

    @Test
    void handsOnFieldsAndHeadersAndAcknowledges(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        String stream = "liquidations:binance:" + keys.uniqueSymbol();
        try (CamelContext context = TestContexts.started(redis, new RouteBuilder() {
            @Override
            public void configure() {
                from("gort-streams:" + stream + "?group=storage-group").to("mock:handled");
            }
        })) {
            MockEndpoint handled = context.getEndpoint("mock:handled", MockEndpoint.class);
            handled.expectedMessageCount(1);

            StreamEntryID id = redis.client().xadd(stream, StreamEntryID.NEW_ENTRY, Map.of("price", "45000"));

            handled.assertIsSatisfied();
            Exchange exchange = handled.getExchanges().get(0);
            assertThat(exchange.getMessage().getBody()).isEqualTo(Map.of("price", "45000"));
            assertThat(exchange.getMessage().getHeaders())
                    .containsEntry(GortStreamsConstants.STREAM_KEY, stream)
                    .containsEntry(GortStreamsConstants.ENTRY_ID, id.toString())
                    .containsEntry(GortStreamsConstants.DATA_TYPE, "liquidations")
                    .containsEntry(GortStreamsConstants.EXCHANGE, "binance")
                    .containsEntry(GortStreamsConstants.GROUP, "storage-group")
                    .containsEntry(GortStreamsConstants.DELIVERY_COUNT, 1L);
            eventually.pendingIs(stream, "storage-group", 0);
        }
    }

    @Test
    void movesAnEntryThatKeepsFailingToTheDeadLetterStream(RedisUnderTest redis, TestKeys keys, Eventually eventually)
            throws Exception {
        String stream = keys.key("failing");
        try (CamelContext context = TestContexts.started(redis, new RouteBuilder() {
            @Override
            public void configure() {
                from("gort-streams:" + stream
                                + "?group=g&maxDeliveries=2&minIdle=200ms&claimInterval=100ms&blockTimeout=1s")
                        .to("mock:tried")
                        .throwException(new IllegalStateException("no luck"));
            }
        })) {
            MockEndpoint tried = context.getEndpoint("mock:tried", MockEndpoint.class);
            tried.expectedMessageCount(2);

            redis.client().xadd(stream, StreamEntryID.NEW_ENTRY, Map.of("a", "1"));

            tried.assertIsSatisfied();
            eventually.lengthIs("dead-letter:{" + stream + "}", 1);
            eventually.pendingIs(stream, "g", 0);
            assertThat(redis.client()
                            .xrange("dead-letter:{" + stream + "}", "-", "+")
                            .get(0)
                            .getFields())
                    .containsEntry("a", "1")
                    .containsEntry("dead_letter_reason", "failed")
                    .containsEntry("dead_letter_message", "no luck")
                    .containsEntry("dead_letter_delivery_count", "2");
        }
    }
}
