/**
 * The publishing logic: what goes out together, in which order, and what is tried again. It knows neither Camel nor the
 * driver.
 */
@NullMarked
package io.gort.camel.streams.producer;

import org.jspecify.annotations.NullMarked;
