package io.gort.camel.streams;

import io.gort.camel.streams.entry.Tls;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.IdentityHashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/** Makes one SSL context of each set of parameters, so that endpoints with the same ones share their connections. */
final class TlsContexts {

    private final Map<SSLContextParameters, SSLContext> made = new IdentityHashMap<>();

    /**
     * How the options want connections to be secured; null if they do not.
     *
     * @throws IllegalArgumentException if no context can be made of the parameters
     */
    @Nullable
    Tls of(GortStreamsConfiguration options, CamelContext camel) {
        SSLContextParameters parameters = options.getSslContextParameters();
        if (parameters == null && !options.isSsl()) {
            return null;
        }
        try {
            return new Tls(context(parameters, camel), options.isHostnameVerification());
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "sslContextParameters: " + e.getMessage() + " (expected: key and trust stores that can be read)",
                    e);
        }
    }

    private synchronized SSLContext context(@Nullable SSLContextParameters parameters, CamelContext camel)
            throws GeneralSecurityException, IOException {
        if (parameters == null) {
            return SSLContext.getDefault();
        }
        SSLContext context = made.get(parameters);
        if (context == null) {
            context = parameters.createSSLContext(camel);
            made.put(parameters, context);
        }
        return context;
    }
}
