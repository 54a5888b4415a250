/** What is told over HTTP of the streams. */
@NullMarked
package io.gort.camel.streams.examples.heatmap.http;

import org.jspecify.annotations.NullMarked;
