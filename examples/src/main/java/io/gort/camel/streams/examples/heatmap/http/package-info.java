/** What is served over HTTP. */
@NullMarked
package io.gort.camel.streams.examples.heatmap.http;

import org.jspecify.annotations.NullMarked;
