package io.gort.camel.streams;

import org.apache.camel.support.DefaultHeaderFilterStrategy;

/** Keeps Camel's own headers out of entries and what comes from entries out of Camel's headers, in any letter case. */
public class GortStreamsHeaderFilterStrategy extends DefaultHeaderFilterStrategy {

    public GortStreamsHeaderFilterStrategy() {
        setLowerCase(true);
        setOutFilterStartsWith(CAMEL_FILTER_STARTS_WITH);
        setInFilterStartsWith(CAMEL_FILTER_STARTS_WITH);
    }
}
