package io.gort.camel.streams.consumer;

import java.util.UUID;
import java.util.function.LongPredicate;

/**
 * Who holds a lease: written so that another process can tell whether that one is gone.
 *
 * @param host    the name of its host
 * @param process its process id there
 * @param run     a text of its own for each run of a process
 * @param user    a text of its own for each user in a process
 */
record LeaseHolder(String host, long process, String run, String user) {

    LeaseHolder {
        host = host.replace(' ', '_');
    }

    private static final String THIS_RUN = UUID.randomUUID().toString();

    /** A new holder in this process. */
    static LeaseHolder here(String host) {
        return new LeaseHolder(
                host, ProcessHandle.current().pid(), THIS_RUN, UUID.randomUUID().toString());
    }

    /**
     * Whether the holder behind this text is gone for certain: a process of this host that no longer runs, or one whose
     * process id is now our own.
     *
     * @param isAlive tells whether a process of this host runs
     */
    boolean knowsToBeGone(String other, LongPredicate isAlive) {
        String[] parts = other.split(" ", -1);
        if (parts.length != 4 || !parts[0].equals(host) || parts[2].equals(run)) {
            return false;
        }
        try {
            long otherProcess = Long.parseLong(parts[1]);
            return otherProcess == process || !isAlive.test(otherProcess);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return host + " " + process + " " + run + " " + user;
    }
}
