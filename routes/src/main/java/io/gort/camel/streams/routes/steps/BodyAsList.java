package io.gort.camel.streams.routes.steps;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/**
 * Makes a List of a body that is not one, so that a split sees its elements and never takes a text or a Map apart. What is
 * not there at all becomes an empty text, which a split does not leave out.
 */
public final class BodyAsList implements Processor {

    @Override
    public void process(Exchange exchange) {
        exchange.getMessage().setBody(list(exchange.getMessage().getBody()));
    }

    private static Object orEmpty(@Nullable Object element) {
        return element == null ? "" : element;
    }

    private static List<?> list(@Nullable Object body) {
        if (body instanceof Collection<?> elements) {
            return elements.stream().map(BodyAsList::orEmpty).toList();
        }
        return body instanceof Object[] elements
                ? Arrays.stream(elements).map(BodyAsList::orEmpty).toList()
                : List.of(orEmpty(body));
    }
}
