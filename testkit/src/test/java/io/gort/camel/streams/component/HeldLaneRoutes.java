package io.gort.camel.streams.component;

import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.WithRedis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import redis.clients.jedis.StreamEntryID;

/** Routes whose entries fail, and which note what they have handled. */
@WithRedis
abstract class HeldLaneRoutes {

    static final String SOON = "&minIdle=300ms&claimInterval=50ms&blockTimeout=200ms";

    final Map<String, Queue<Integer>> handled = new ConcurrentHashMap<>();
    final Queue<Long> deliveryCounts = new ConcurrentLinkedQueue<>();

    CamelContext running(RedisUnderTest redis, String uri, IntPredicate fails, int untilDelivery) throws Exception {
        return TestContexts.running(
                redis,
                routes -> routes.from("gort-streams:" + uri + "&groupStart=0")
                        .process(exchange -> failAtFirst(exchange, fails, untilDelivery))
                        .process(this::note));
    }

    static void failAtFirst(Exchange exchange, IntPredicate fails, int untilDelivery) {
        long delivery = exchange.getMessage().getHeader(GortStreamsConstants.DELIVERY_COUNT, Long.class);
        if (fails.test(number(exchange)) && delivery < untilDelivery) {
            throw new IllegalStateException("delivery " + delivery);
        }
    }

    void note(Exchange exchange) {
        String key = exchange.getMessage().getBody(Map.class).get("key").toString();
        handled.computeIfAbsent(key, any -> new ConcurrentLinkedQueue<>()).add(number(exchange));
        deliveryCounts.add(exchange.getMessage().getHeader(GortStreamsConstants.DELIVERY_COUNT, Long.class));
    }

    int handledInAll() {
        return handled.values().stream().mapToInt(Queue::size).sum();
    }

    static int number(Exchange exchange) {
        return Integer.parseInt(
                exchange.getMessage().getBody(Map.class).get("n").toString());
    }

    static List<Integer> upTo(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    static List<StreamEntryID> add(RedisUnderTest redis, String stream, int from, int count, int keys) {
        List<StreamEntryID> ids = new ArrayList<>(count);
        for (int i = from; i < from + count; i++) {
            ids.add(redis.client()
                    .xadd(stream, StreamEntryID.NEW_ENTRY, Map.of("n", Integer.toString(i), "key", "k" + i % keys)));
        }
        return ids;
    }
}
