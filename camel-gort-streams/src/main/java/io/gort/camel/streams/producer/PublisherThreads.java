package io.gort.camel.streams.producer;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The threads of a publisher. It takes none of them while callers come one at a time.
 *
 * @param senders    send what is queued: one thread for each way, and one more for streams that are in trouble
 * @param completers go on with exchanges whose entries are answered for; what they run may take as long as it likes
 * @param timer      says when to look again; what it runs is short
 */
public record PublisherThreads(Executor senders, Executor completers, ScheduledExecutorService timer) {}
