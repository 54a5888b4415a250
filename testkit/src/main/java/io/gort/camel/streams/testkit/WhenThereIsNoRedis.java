package io.gort.camel.streams.testkit;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of tests that have no Redis: skipped on a developer's machine, failed in CI. */
enum WhenThereIsNoRedis {
    SKIP,
    FAIL;

    static final String MESSAGE = "No Redis for tests: " + RedisSources.URL_VARIABLE
            + " is not set, Docker does not answer, there is no redis-server on the PATH and no embedded one for this"
            + " system";

    private static final AtomicBoolean SAID = new AtomicBoolean();

    /**
     * The rule for this environment.
     *
     * @param ci the environment variable {@code CI}
     */
    static WhenThereIsNoRedis rule(@Nullable String ci) {
        return Boolean.parseBoolean(ci) ? FAIL : SKIP;
    }

    /** Says it loudly, once in a JVM's life. */
    static void sayOnce() {
        if (SAID.compareAndSet(false, true)) {
            // not System.err: the build redirects that into a file, where nobody would see it
            new PrintStream(new FileOutputStream(FileDescriptor.err), true)
                    .println("!!! INTEGRATION TESTS ARE SKIPPED !!! " + MESSAGE);
        }
    }
}
