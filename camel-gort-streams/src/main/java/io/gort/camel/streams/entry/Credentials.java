package io.gort.camel.streams.entry;

import org.jspecify.annotations.Nullable;

/**
 * Who logs in. As a provider it gives itself.
 *
 * @param username the ACL user; null is the default user
 * @param password null if the server asks for none; never shown
 */
public record Credentials(
        @Nullable String username, @Nullable String password) implements CredentialsProvider {

    /** For servers that ask for nothing. */
    public static final Credentials NONE = new Credentials(null, null);

    public Credentials {
        if (username != null && password == null) {
            throw new IllegalArgumentException("username: xxxxxx (expected: with a password)");
        }
    }

    @Override
    public Credentials credentials() {
        return this;
    }

    /** Tells neither the user nor the password. */
    @Override
    public String toString() {
        return password == null ? "no credentials" : "credentials";
    }
}
