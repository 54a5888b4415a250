package io.gort.camel.streams.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and a server on a loopback port, and can make trouble there: forward nothing for a while,
 * leave the connections half open that there are (as when a peer has gone without a word), or cut them.
 */
public final class TcpProxy implements AutoCloseable {

    private static final int CHUNK = 8_192;

    private final ServerSocket listening;
    private final InetSocketAddress target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Socket> halfOpen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private boolean holding;

    private TcpProxy(ServerSocket listening, InetSocketAddress target) {
        this.listening = listening;
        this.target = target;
    }

    /** A proxy that forwards to the server. */
    public static TcpProxy to(RedisUnderTest redis) {
        try {
            ServerSocket listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
            TcpProxy proxy = new TcpProxy(listening, new InetSocketAddress(redis.host(), redis.port()));
            proxy.inBackground("accept", proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port to connect to instead of the server's. */
    public int port() {
        return listening.getLocalPort();
    }

    /** How many connections were made until now. */
    public int accepted() {
        return accepted.get();
    }

    /** Forwards nothing any more in either direction: connections stay open, new ones are accepted and stay silent. */
    public synchronized void hold() {
        holding = true;
    }

    /** Goes on forwarding after {@link #hold()}, with what was held back. */
    public synchronized void goOn() {
        holding = false;
        notifyAll();
    }

    /** Forwards nothing more on the connections that there are, and leaves them open; new ones work. */
    public synchronized void leaveHalfOpen() {
        halfOpen.addAll(open);
    }

    /** Goes on with the connections that were left half open, with what was held back; those that were given up end. */
    public synchronized void mend() {
        halfOpen.clear();
        notifyAll();
    }

    /** Closes all connections that there are; new ones are accepted. */
    public void cut() {
        open.forEach(TcpProxy::closeQuietly);
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            cut();
            mend();
            goOn();
        }
    }

    private void accept() throws IOException, InterruptedException {
        while (!listening.isClosed()) {
            Socket client = listening.accept();
            if (listening.isClosed()) { // a thread that is just about to accept still gets one connection
                closeQuietly(client);
                return;
            }
            accepted.incrementAndGet();
            open.add(client);
            inBackground("connect", () -> connect(client));
        }
    }

    private void connect(Socket client) throws IOException, InterruptedException {
        Socket server = new Socket();
        open.add(server);
        try {
            server.connect(target);
            inBackground("answers", () -> forward(server, client));
            forward(client, server);
        } finally {
            end(client, server);
        }
    }

    private void forward(Socket from, Socket to) throws IOException, InterruptedException {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                awaitForwarding(from);
                out.write(chunk, 0, read);
                out.flush();
            }
            awaitForwarding(from); // the end of a connection is held back like everything else
        } finally {
            end(from, to);
        }
    }

    private synchronized void awaitForwarding(Socket from) throws InterruptedException {
        while (holding || halfOpen.contains(from)) {
            wait();
        }
    }

    private void end(Socket one, Socket other) {
        closeQuietly(one);
        closeQuietly(other);
        open.remove(one);
        open.remove(other);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // there is nothing left to close
        }
    }

    /** What a thread of the proxy does; it ends when a connection does. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private void inBackground(String what, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException connectionEnded) {
                        // that is how a forwarding thread ends
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "tcp-proxy-" + what + "-" + port());
        thread.setDaemon(true);
        thread.start();
    }
}
