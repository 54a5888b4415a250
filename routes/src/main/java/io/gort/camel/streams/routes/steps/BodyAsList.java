package io.gort.camel.streams.routes.steps;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/** Makes a List of a body that is not one, so that a split sees its elements and never takes a text or a Map apart. */
public final class BodyAsList implements Processor {

    @Override
    public void process(Exchange exchange) {
        exchange.getMessage().setBody(list(exchange.getMessage().getBody()));
    }

    private static List<?> list(@Nullable Object body) {
        if (body instanceof Collection<?> elements) {
            return List.copyOf(elements);
        }
        return body instanceof Object[] elements ? Arrays.asList(elements) : Collections.singletonList(body);
    }
}
