/** A bundle with routes of its own. */
@NullMarked
package io.gort.camel.streams.karaf.example;

import org.jspecify.annotations.NullMarked;
