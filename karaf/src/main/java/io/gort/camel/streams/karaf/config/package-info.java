/** Takes the connection options of gort-streams from OSGi's configuration service. */
@NullMarked
package io.gort.camel.streams.karaf.config;

import org.jspecify.annotations.NullMarked;
