/**
 * The trade model as Camel's data types: {@link io.gort.camel.streams.routes.types.TradeDataTypes} tells a context how
 * to make records of bodies and how to check them.
 */
@NullMarked
package io.gort.camel.streams.routes.types;

import org.jspecify.annotations.NullMarked;
