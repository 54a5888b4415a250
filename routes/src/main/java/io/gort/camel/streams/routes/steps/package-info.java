/** The few Java steps that the packaged route templates call. Each is made and set by a template. */
@NullMarked
package io.gort.camel.streams.routes.steps;

import org.jspecify.annotations.NullMarked;
