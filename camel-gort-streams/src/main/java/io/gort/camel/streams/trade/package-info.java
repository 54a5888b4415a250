/**
 * The trade model: records of what stands on the shared streams, the streams' names and default lengths, the lifetimes
 * of cached heatmaps, and the rules that each record keeps. Amounts are exact decimals, times are milliseconds since
 * 1970. It knows only the JDK.
 */
@NullMarked
package io.gort.camel.streams.trade;

import org.jspecify.annotations.NullMarked;
