package io.gort.camel.streams.entry;

import javax.net.ssl.SSLContext;

/**
 * How connections are secured.
 *
 * @param context              whom to trust, and who we are
 * @param hostnameVerification whether the server's certificate must be for the host that we connect to
 */
public record Tls(SSLContext context, boolean hostnameVerification) {}
