package io.gort.camel.streams;

import io.gort.camel.streams.consumer.ConsumerThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/** The threads of one consumer, had from Camel and given back to it. */
final class CamelThreads implements AutoCloseable {

    private final ExecutorServiceManager manager;
    private final List<ExecutorService> opened = new ArrayList<>();
    private final ConsumerThreads threads;

    /**
     * Opens the threads.
     *
     * @param owner       the consumer
     * @param stream      what their names end with
     * @param lanes       how many lanes it has, 0 for no order
     * @param maxInFlight how many entries may be handled at once where there is no order
     */
    CamelThreads(ExecutorServiceManager manager, Object owner, String stream, int lanes, int maxInFlight) {
        this.manager = manager;
        String name = "[" + stream + "]";
        this.threads = new ConsumerThreads(
                noted(manager.newSingleThreadExecutor(owner, "gort-streams-reader" + name)),
                noted(manager.newSingleThreadScheduledExecutor(owner, "gort-streams-keeper" + name)),
                workers(owner, "gort-streams-worker" + name, lanes, maxInFlight));
    }

    ConsumerThreads threads() {
        return threads;
    }

    @Override
    public void close() {
        opened.forEach(manager::shutdownNow);
    }

    private Executor workers(Object owner, String name, int lanes, int maxInFlight) {
        return switch (lanes) {
            case 0 ->
                noted(manager.newThreadPool(
                        owner,
                        name,
                        new ThreadPoolProfileBuilder(name)
                                .poolSize(1) // 0 would make Camel use one thread
                                .maxPoolSize(maxInFlight)
                                .maxQueueSize(0)
                                .rejectedPolicy(ThreadPoolRejectedPolicy.CallerRuns)
                                .build()));
            case 1 -> Runnable::run;
            default -> noted(manager.newFixedThreadPool(owner, name, lanes));
        };
    }

    private <E extends ExecutorService> E noted(E executor) {
        opened.add(executor);
        return executor;
    }
}
