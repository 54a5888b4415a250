package io.gort.camel.streams;

/**
 * Says how endpoints reach their server where their URIs do not. A single bean of this type in the registry, or a
 * single service of it in an OSGi container, is taken by each component.
 */
@FunctionalInterface
public interface ConnectionDefaults {

    /**
     * Sets options of a new endpoint: after those of its component, before those of its URI.
     *
     * @throws IllegalArgumentException naming the option, its value and what was expected
     */
    void applyTo(ConnectionConfiguration options);
}
