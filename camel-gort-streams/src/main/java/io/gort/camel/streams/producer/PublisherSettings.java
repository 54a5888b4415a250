package io.gort.camel.streams.producer;

import java.time.Duration;

/**
 * What a publisher is told, once and for all.
 *
 * @param maxPipelined how many entries go out in one pipeline at most, above zero
 * @param maxQueued    how many entries may wait to be sent or to be answered for, above zero; more, and callers wait
 * @param queueTimeout how long a caller waits before the publisher counts as overrun
 * @param ways         how many pipelines may be under way at once when one of them is slow, above zero
 */
public record PublisherSettings(int maxPipelined, int maxQueued, Duration queueTimeout, int ways) {}
