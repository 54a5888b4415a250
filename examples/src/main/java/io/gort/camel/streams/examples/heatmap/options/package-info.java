/** What the person who starts the example may ask for, read once from the command line. */
@NullMarked
package io.gort.camel.streams.examples.heatmap.options;

import org.jspecify.annotations.NullMarked;
