/** Records of Redis' own things: entry ids, entries, group members, pending entries. They know only the JDK. */
@NullMarked
package io.gort.camel.streams.entry;

import org.jspecify.annotations.NullMarked;
