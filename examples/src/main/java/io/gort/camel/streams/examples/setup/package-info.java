/** What {@code setup.sh} runs: creates the consumer groups of a deployment. It knows only Redis, not Camel. */
@NullMarked
package io.gort.camel.streams.examples.setup;

import org.jspecify.annotations.NullMarked;
