package io.gort.camel.streams.component;

import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.WithRedis;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import redis.clients.jedis.StreamEntryID;

/** Routes with {@code batching} that note what they are given. */
@WithRedis
abstract class BatchRoutes {

    final Queue<Message> batches = new ConcurrentLinkedQueue<>();

    final CamelContext running(RedisUnderTest redis, String uri) throws Exception {
        String start = uri.contains("group=") ? "&groupStart=0" : "";
        return TestContexts.running(
                redis,
                routes -> routes.from("gort-streams:" + uri + "&batching=true" + start)
                        .routeId("consuming")
                        .process(this::note));
    }

    final void note(Exchange exchange) {
        batches.add(exchange.getMessage().copy());
    }

    final List<String> numbers() {
        return batches.stream()
                .map(BatchRoutes::entries)
                .flatMap(Collection::stream)
                .map(entry -> String.valueOf(entry.fields().get("n")))
                .toList();
    }

    static List<StreamEntry> entries(Message message) {
        List<?> body = message.getBody(List.class);
        return body.stream().map(StreamEntry.class::cast).toList();
    }

    static void add(RedisUnderTest redis, String stream, int from, int count) {
        for (int i = from; i < from + count; i++) {
            redis.client().xadd(stream, StreamEntryID.NEW_ENTRY, Map.of("n", Integer.toString(i)));
        }
    }
}
