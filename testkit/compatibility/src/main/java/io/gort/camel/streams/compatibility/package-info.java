/** Tries the component with other versions of what it runs on. */
@NullMarked
package io.gort.camel.streams.compatibility;

import org.jspecify.annotations.NullMarked;
