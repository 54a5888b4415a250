package io.gort.camel.streams.compatibility;

import java.nio.file.Path;

/**
 * What the component is run on.
 *
 * @param java      the home of the Java that runs it
 * @param javaName  its version, as people say it
 * @param camel     the version of Camel
 * @param jedis     the version of Jedis
 * @param classPath all jars of the two and of what they need
 */
record Stack(Path java, String javaName, String camel, String jedis, String classPath) {}
