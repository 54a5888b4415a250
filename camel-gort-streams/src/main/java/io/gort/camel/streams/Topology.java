package io.gort.camel.streams;

/** How the servers belong together. The names are values of the option {@code topology}. */
public enum Topology {
    /** One server. */
    standalone,
    /** A master with replicas, and sentinels that know which is which. */
    sentinel,
    /** A cluster. */
    cluster
}
