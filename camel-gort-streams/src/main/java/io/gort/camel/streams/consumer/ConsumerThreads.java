package io.gort.camel.streams.consumer;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The threads that are lent to a consumer.
 *
 * @param reader  one thread, which reads and, with one lane, runs the route
 * @param keeper  one thread, which keeps things alive
 * @param workers as many threads as there are lanes, or as entries may be in flight where there is no order; not used
 *                with one lane, unless it is held when an entry fails
 */
public record ConsumerThreads(ExecutorService reader, ScheduledExecutorService keeper, Executor workers) {}
