package io.gort.camel.streams.entry;

/**
 * Tells who logs in, at this moment: it is asked before each new connection, and again when the server has refused what
 * it told, so that passwords can change while a client runs. It may be asked by several threads at once and should
 * answer quickly.
 */
@FunctionalInterface
public interface CredentialsProvider {

    /** The credentials that are valid now. */
    Credentials credentials();
}
