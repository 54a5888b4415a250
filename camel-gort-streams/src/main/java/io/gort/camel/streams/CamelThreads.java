package io.gort.camel.streams;

import io.gort.camel.streams.consumer.ConsumerThreads;
import io.gort.camel.streams.entry.OnLaneFailure;
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
     * @param owner   the consumer
     * @param stream  what their names end with
     * @param options what says how many it needs
     */
    CamelThreads(ExecutorServiceManager manager, Object owner, String stream, HandlingConfiguration options) {
        this.manager = manager;
        String name = "[" + stream + "]";
        this.threads = new ConsumerThreads(
                noted(manager.newSingleThreadExecutor(owner, "gort-streams-reader" + name)),
                noted(manager.newSingleThreadScheduledExecutor(owner, "gort-streams-keeper" + name)),
                workers(owner, "gort-streams-worker" + name, options));
    }

    ConsumerThreads threads() {
        return threads;
    }

    @Override
    public void close() {
        opened.forEach(manager::shutdownNow);
    }

    private Executor workers(Object owner, String name, HandlingConfiguration options) {
        if (options.getLanes() == 1 && options.getOnLaneFailure() == OnLaneFailure.CONTINUE) {
            return Runnable::run; // the reader's thread does it
        }
        return switch (options.getLanes()) {
            case 0 ->
                noted(manager.newThreadPool(
                        owner,
                        name,
                        new ThreadPoolProfileBuilder(name)
                                .poolSize(1) // 0 would make Camel use one thread
                                .maxPoolSize(Integer.MAX_VALUE) // bounded by maxInFlight
                                .maxQueueSize(0)
                                .rejectedPolicy(ThreadPoolRejectedPolicy.CallerRuns)
                                .build()));
            default -> noted(manager.newFixedThreadPool(owner, name, options.getLanes()));
        };
    }

    private <E extends ExecutorService> E noted(E executor) {
        opened.add(executor);
        return executor;
    }
}
