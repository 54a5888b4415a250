package io.gort.camel.streams.routes.cascade;

import org.apache.camel.spi.AggregationRepository;

/** Makes repositories where camel-redis is on the class path, and says so where it is not. */
public final class CascadeRepositories {

    private CascadeRepositories() {}

    /** A repository that takes its server from the component. */
    public static AggregationRepository create() {
        try {
            return new CascadeRepository();
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "gort-alert-cascade: camel-redis is not on the class path"
                            + " (expected: org.apache.camel:camel-redis, which brings Redisson)",
                    e);
        }
    }
}
