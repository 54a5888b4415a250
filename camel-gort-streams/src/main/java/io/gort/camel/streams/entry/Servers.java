package io.gort.camel.streams.entry;

import java.util.List;
import java.util.stream.Collectors;

/** Which servers there are and how they belong together. Their texts hold no secrets. */
public sealed interface Servers {

    /**
     * One server.
     *
     * @param database the number of the database, from 0
     */
    record Standalone(ServerAddress address, int database) implements Servers {

        public Standalone {
            requireDatabase(database);
        }

        @Override
        public String toString() {
            return address + "/" + database;
        }
    }

    /**
     * A master with replicas, and sentinels that know which of them is the master.
     *
     * @param sentinels  some of the sentinels, at least one
     * @param masterName what the sentinels call the master
     * @param database   the number of the database, from 0
     * @param login      how to log in to the sentinels
     */
    record Sentinel(List<ServerAddress> sentinels, String masterName, int database, CredentialsProvider login)
            implements Servers {

        public Sentinel {
            sentinels = List.copyOf(sentinels);
            requireNodes(sentinels);
            requireDatabase(database);
            if (masterName.isBlank()) {
                throw new IllegalArgumentException("masterName: '" + masterName + "' (expected: not empty)");
            }
        }

        @Override
        public String toString() {
            return masterName + "/" + database + " of the sentinels " + list(sentinels);
        }
    }

    /**
     * A cluster.
     *
     * @param nodes some of its nodes, at least one; the others are found
     */
    record Cluster(List<ServerAddress> nodes) implements Servers {

        public Cluster {
            nodes = List.copyOf(nodes);
            requireNodes(nodes);
        }

        @Override
        public String toString() {
            return "the cluster of " + list(nodes);
        }
    }

    private static void requireNodes(List<ServerAddress> nodes) {
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("nodes: none (expected: at least one host:port)");
        }
    }

    private static void requireDatabase(int database) {
        if (database < 0) {
            throw new IllegalArgumentException("database: " + database + " (expected: 0 or more)");
        }
    }

    private static String list(List<ServerAddress> addresses) {
        return addresses.stream().map(ServerAddress::toString).collect(Collectors.joining(","));
    }
}
