package io.gort.camel.streams;

import io.gort.camel.streams.producer.PublisherThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.spi.ExecutorServiceManager;

/** The threads of one publisher, had from Camel and given back to it. None of them runs before it is needed. */
final class CamelPublisherThreads implements AutoCloseable {

    private static final int COMPLETERS = 8;

    private final ExecutorServiceManager manager;
    private final List<ExecutorService> opened = new ArrayList<>();
    private final PublisherThreads threads;

    /**
     * Opens the threads.
     *
     * @param owner  the component
     * @param server what their names end with
     * @param ways   how many pipelines may be under way at once, beside the one for streams in trouble
     */
    CamelPublisherThreads(ExecutorServiceManager manager, Object owner, String server, int ways) {
        this.manager = manager;
        String name = "[" + server + "]";
        this.threads = new PublisherThreads(
                noted(pool(owner, "gort-streams-sender" + name, ways + 1)),
                noted(pool(owner, "gort-streams-completer" + name, COMPLETERS)),
                noted(manager.newSingleThreadScheduledExecutor(owner, "gort-streams-timer" + name)));
    }

    PublisherThreads threads() {
        return threads;
    }

    /** Lets what is running end first: exchanges wait for it. */
    @Override
    public void close() {
        opened.forEach(manager::shutdownGraceful);
    }

    private ExecutorService pool(Object owner, String name, int size) {
        return manager.newThreadPool(
                owner,
                name,
                new ThreadPoolProfileBuilder(name)
                        .poolSize(size)
                        .maxPoolSize(size)
                        .maxQueueSize(Integer.MAX_VALUE) // bounded by maxQueued
                        .build());
    }

    private <E extends ExecutorService> E noted(E executor) {
        opened.add(executor);
        return executor;
    }
}
