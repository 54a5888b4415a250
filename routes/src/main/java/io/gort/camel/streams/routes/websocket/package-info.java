/**
 * The connection to an exchange: the Camel component {@code gort-exchange-feed}, from which the template of that name
 * reads.
 */
@NullMarked
package io.gort.camel.streams.routes.websocket;

import org.jspecify.annotations.NullMarked;
