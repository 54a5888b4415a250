/**
 * The wire form of the trade model: records as fields of stream entries and as cached JSON, read from both generations
 * of clients that share the streams and written so that both can read.
 * {@link io.gort.camel.streams.trade.codec.TradeCodec} is the way in.
 */
@NullMarked
package io.gort.camel.streams.trade.codec;

import org.jspecify.annotations.NullMarked;
