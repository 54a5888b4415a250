/** What a Camel user sees: the component {@code gort-streams} and its endpoint, consumer, producer and headers. */
@NullMarked
package io.gort.camel.streams;

import org.jspecify.annotations.NullMarked;
