package io.gort.camel.streams.testkit;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ends with the JVM what it started and did not end before. */
final class ProcessesOfThisJvm {

    private static final Set<Process> STARTED = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            STARTED.forEach(Process::destroyForcibly);
                            TemporaryFolders.deleteAll();
                        },
                        "testkit-shutdown"));
    }

    private ProcessesOfThisJvm() {}

    static void endWithJvm(Process process) {
        STARTED.removeIf(earlier -> !earlier.isAlive());
        STARTED.add(process);
    }
}
