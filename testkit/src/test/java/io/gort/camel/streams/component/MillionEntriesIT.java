package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.gort.camel.streams.entry.TrimResult;
import io.gort.camel.streams.testkit.RedisServerProcess;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.RedisClient;

/**
 * How old entries of a large stream are deleted: by the server in one step, whatever there is, and nothing is brought
 * here.
 */
class MillionEntriesIT {

    private static final Logger LOG = LoggerFactory.getLogger(MillionEntriesIT.class);
    private static final int MILLION = 1_000_000;

    @ParameterizedTest
    @CsvSource({"exact, 900000, 900000", "approximate, 899900, 900000"})
    void deletesNineHundredThousandEntriesInConstantMemory(String trim, long least, long most) throws Exception {
        try (RedisServerProcess server = RedisServerProcess.start();
                CamelContext context = TestContexts.to(server.redis())) {
            context.start();
            ProducerTemplate template = context.createProducerTemplate();
            template.sendBody("gort-streams:big?operation=ping", null);
            fill(server.redis().client());
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long allocated = threads.getCurrentThreadAllocatedBytes();
            long start = System.nanoTime();

            TrimResult result = template.requestBodyAndHeader(
                    "gort-streams:big?operation=deleteOlderThan&trim=" + trim,
                    null,
                    "CamelGortStreamsOlderThan",
                    "900001-0",
                    TrimResult.class);

            Duration took = Duration.ofNanos(System.nanoTime() - start);
            long bytes = threads.getCurrentThreadAllocatedBytes() - allocated;
            LOG.info(
                    "{} of 1000000 entries deleted ({}) in {} ms, {} bytes allocated",
                    result.deleted(),
                    trim,
                    took.toMillis(),
                    bytes);
            assertThat(result.deleted()).isBetween(least, most);
            assertThat(server.redis().client().xlen("big")).isEqualTo(MILLION - result.deleted());
            assertThat(bytes).isLessThan(5_000_000);
            assertThat(took).isLessThan(Duration.ofSeconds(2));
        }
    }

    private static void fill(RedisClient redis) {
        String add =
                "for i = tonumber(ARGV[1]), tonumber(ARGV[2]) do redis.call('XADD', KEYS[1], i .. '-0', 'n', i) end";
        for (int from = 1; from <= MILLION; from += 50_000) {
            redis.eval(add, List.of("big"), List.of(Integer.toString(from), Integer.toString(from + 49_999)));
        }
    }
}
