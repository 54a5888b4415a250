package io.gort.camel.streams.entry;

/**
 * How busy the connections are that commands share.
 *
 * @param server  where they lead
 * @param active  how many are in use
 * @param idle    how many are open and wait for a command
 * @param waiting how many commands wait for a connection
 */
public record PoolUse(String server, int active, int idle, int waiting) {

    /** The numbers, for people. */
    public String summary() {
        return active + " active, " + idle + " idle, " + waiting + " waiting";
    }
}
