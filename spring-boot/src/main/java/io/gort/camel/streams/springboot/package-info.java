/** The component in Spring Boot. */
@NullMarked
package io.gort.camel.streams.springboot;

import org.jspecify.annotations.NullMarked;
