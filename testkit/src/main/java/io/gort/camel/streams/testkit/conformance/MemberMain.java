package io.gort.camel.streams.testkit.conformance;

import io.gort.camel.streams.GortStreamsConstants;
import io.gort.camel.streams.GortStreamsIdempotentRepository;
import io.gort.camel.streams.testkit.RedisUnderTest;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;

/**
 * A member of a group in a process of its own: it notes on Redis lists what it began and what it handled, fails where
 * an entry tells it to, and ends in good order when it is told to (SIGTERM).
 */
final class MemberMain {

    private MemberMain() {}

    /**
     * Runs a member.
     *
     * @param args where the server is; what to read from; the keys of the lists of entries begun and handled; how many
     *     milliseconds to work on each entry; and, for work that is done once for each value of the field
     *     {@code n}, what the keys of its repository begin with, and the key of the list of values whose work
     *     was done
     */
    public static void main(String[] args) throws Exception {
        RedisUnderTest redis = RedisUnderTest.at(URI.create(args[0]));
        CamelContext context = ConformanceSuite.contextFor(redis);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                Processor begun = exchange -> redis.client().rpush(args[2], nameOf(exchange));
                Processor handled = exchange -> redis.client().rpush(args[3], nameOf(exchange));
                long work = Long.parseLong(args[4]);
                if (args.length == 5) {
                    from(args[1])
                            .process(begun)
                            .process(FailingEntries::failAsTold)
                            .delay(work)
                            .process(handled);
                } else {
                    from(args[1])
                            .idempotentConsumer(simple("${body[n]}"), new GortStreamsIdempotentRepository(args[5]))
                            .process(begun)
                            .delay(work)
                            .end()
                            .process(exchange -> redis.client().rpush(args[6], DeliveryCases.field(exchange, "n")))
                            .end()
                            .process(handled);
                }
            }
        });
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            context.stop();
                            ended.countDown();
                        },
                        "member-end"));
        context.start();
        ended.await();
    }

    private static String nameOf(Exchange exchange) {
        return EntryRecorder.name(
                exchange.getMessage().getHeader(GortStreamsConstants.STREAM_KEY, String.class),
                exchange.getMessage().getHeader(GortStreamsConstants.ENTRY_ID, String.class));
    }
}
