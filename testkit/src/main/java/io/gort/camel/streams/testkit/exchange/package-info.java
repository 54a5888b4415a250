/** A crypto exchange on a loopback port: the WebSocket and the frames of its public feed of liquidations. */
@NullMarked
package io.gort.camel.streams.testkit.exchange;

import org.jspecify.annotations.NullMarked;
