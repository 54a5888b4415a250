/**
 * The public liquidation feeds of exchanges: what is said to them, and what their frames mean. All of it is pure, but
 * for {@link io.gort.camel.streams.routes.feeds.FeedDataTypes}, which tells a Camel context of it. How the frames come
 * and go is the business of {@code ….routes.websocket}.
 */
@NullMarked
package io.gort.camel.streams.routes.feeds;

import org.jspecify.annotations.NullMarked;
