package io.gort.camel.streams.examples.heatmap.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Whether the HTTP port can be had, found out before anything is started. */
final class HttpPort {

    private HttpPort() {}

    /** @throws StartException if the port is in use or may not be used */
    static void requireFree(int port) throws StartException {
        try {
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
        } catch (IOException e) {
            throw new StartException(
                    "--port: " + port + " cannot be had: " + e.getMessage() + " (expected: a free port, or 0)", e);
        }
    }
}
