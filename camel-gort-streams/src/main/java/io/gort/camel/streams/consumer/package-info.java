/**
 * The consuming logic: roles that read, hand on, settle, keep alive and claim entries. It knows neither Camel nor a
 * driver: entries leave through a {@link io.gort.camel.streams.consumer.DeliveryHandler}, and what Redis is asked goes
 * through a {@link io.gort.camel.streams.redis.StreamClient}.
 */
@NullMarked
package io.gort.camel.streams.consumer;

import org.jspecify.annotations.NullMarked;
