package io.gort.camel.streams.entry;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a server listens.
 *
 * @param host name or address
 * @param port 1 to 65535
 */
public record ServerAddress(String host, int port) {

    public ServerAddress {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host: '" + host + "' (expected: a name or an address)");
        }
        if (host.indexOf('@') >= 0 || host.indexOf('/') >= 0) {
            throw new IllegalArgumentException("host: " + withoutLogin(host)
                    + " (expected: a name or an address, not a URL; options tell who logs in)");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port: " + port + " (expected: 1 to 65535)");
        }
    }

    /**
     * Reads a list such as {@code one:7000,two:7000,[::1]:7000}.
     *
     * @throws IllegalArgumentException if it is none, naming the part that is wrong
     */
    public static List<ServerAddress> parseAll(String nodes) {
        List<ServerAddress> addresses = new ArrayList<>();
        for (String node : nodes.split(",", -1)) {
            addresses.add(parse(node.trim()));
        }
        return List.copyOf(addresses);
    }

    private static ServerAddress parse(String node) {
        if (node.indexOf('@') >= 0) {
            throw new IllegalArgumentException("nodes: '" + withoutLogin(node)
                    + "' (expected: host:port, with commas between; options tell who logs in)");
        }
        int colon = node.lastIndexOf(':');
        try {
            String host = node.substring(0, Math.max(0, colon));
            return new ServerAddress(withoutBrackets(host), Integer.parseInt(node.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("nodes: '" + node + "' (expected: host:port, with commas between)", e);
        }
    }

    /** What stands before an @ in a URL may be a secret. */
    private static String withoutLogin(String text) {
        return text.substring(text.lastIndexOf('@') + 1);
    }

    /** An IPv6 address has colons of its own. */
    private static String withoutBrackets(String host) {
        boolean inBrackets = host.startsWith("[") && host.endsWith("]");
        if (!inBrackets && host.indexOf(':') >= 0) {
            throw new IllegalArgumentException("host: " + host + " (expected: an IPv6 address in [])");
        }
        return inBrackets ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
