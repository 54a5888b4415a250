/** Packaged routes: {@link io.gort.camel.streams.routes.GortRouteTemplates} brings the templates into a context. */
@NullMarked
package io.gort.camel.streams.routes;

import org.jspecify.annotations.NullMarked;
