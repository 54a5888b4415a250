package io.gort.camel.streams.routes;

import io.gort.camel.streams.routes.steps.EntryDecoder;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/**
 * Finds the classes that the templates name, where the context does not by itself: a bundle sees only what it imports,
 * and the bundle of the context need not know how a template is made.
 */
final class TemplateClasses extends ClassLoader {

    private static final String OURS = "io.gort.camel.streams.";

    private TemplateClasses(@Nullable ClassLoader before) {
        super(before);
    }

    /** Lets the context find the classes, if it does not yet. */
    static void showTo(CamelContext context) {
        if (context.getClassResolver().resolveClass(EntryDecoder.class.getName()) == null) {
            context.setApplicationContextClassLoader(new TemplateClasses(context.getApplicationContextClassLoader()));
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            throw new ClassNotFoundException(name);
        }
        return Class.forName(name, true, TemplateClasses.class.getClassLoader());
    }
}
