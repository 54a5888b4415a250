/** What the person at the terminal sees while the example runs. */
@NullMarked
package io.gort.camel.streams.examples.heatmap.status;

import org.jspecify.annotations.NullMarked;
