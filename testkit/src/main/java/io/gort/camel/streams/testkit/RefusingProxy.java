package io.gort.camel.streams.testkit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a client and a server on a loopback port, and answers the commands that it is told to refuse with an
 * error reply of the test's choice: for errors that a server cannot be brought to on demand. It knows RESP2.
 */
public final class RefusingProxy implements AutoCloseable {

    private static final char ARRAY = '*';
    private static final char TEXT = '$';

    private final ServerSocket listening;
    private final RedisUnderTest target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Map<String, String> errors = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();

    private RefusingProxy(ServerSocket listening, RedisUnderTest target) {
        this.listening = listening;
        this.target = target;
    }

    /** A proxy that hands everything on to the server. */
    public static RefusingProxy to(RedisUnderTest redis) {
        try {
            RefusingProxy proxy = new RefusingProxy(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), redis);
            proxy.inBackground("accept", proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server as it is seen through the proxy. */
    public RedisUnderTest redis() {
        return RedisUnderTest.at("127.0.0.1", listening.getLocalPort()).as(target.username(), target.password());
    }

    /**
     * Refuses a command from now on.
     *
     * @param command such as {@code XREADGROUP}
     * @param error   the error reply, such as {@code CLUSTERDOWN Hash slot not served}
     */
    public void refuse(String command, String error) {
        errors.put(command, error);
    }

    /** Refuses nothing from now on. */
    public void refuseNothing() {
        errors.clear();
    }

    /** How many commands were refused until now. */
    public int refused() {
        return refused.get();
    }

    @Override
    public void close() {
        closeQuietly(listening);
        open.forEach(RefusingProxy::closeQuietly);
    }

    private void accept() throws IOException {
        while (!listening.isClosed()) {
            Socket client = listening.accept();
            open.add(client);
            if (listening.isClosed()) {
                closeQuietly(client);
                return;
            }
            inBackground("serve", () -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        try (client;
                Socket server = new Socket(target.host(), target.port())) {
            open.add(server);
            InputStream commands = new BufferedInputStream(client.getInputStream());
            InputStream replies = new BufferedInputStream(server.getInputStream());
            while (true) {
                List<byte[]> command = new ArrayList<>();
                byte[] bytes = read(commands, command);
                String name = new String(command.get(0), StandardCharsets.UTF_8).toUpperCase(Locale.ROOT);
                @Nullable String error = errors.get(name);
                if (error == null) {
                    send(server, bytes);
                    send(client, read(replies, new ArrayList<>()));
                } else {
                    refused.incrementAndGet();
                    send(client, ("-" + error + "\r\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        } finally {
            open.remove(client);
        }
    }

    private static void send(Socket to, byte[] bytes) throws IOException {
        OutputStream out = to.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    /** Reads one value with all that it holds; gives its bytes as they came and collects its texts. */
    private static byte[] read(InputStream in, List<byte[]> texts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (long left = 1; left > 0; left--) {
            String line = line(in, bytes);
            long length = line.charAt(0) == ARRAY || line.charAt(0) == TEXT ? Long.parseLong(line.substring(1)) : -1;
            if (line.charAt(0) == ARRAY) {
                left += Math.max(0, length);
            } else if (length >= 0) {
                byte[] text = in.readNBytes((int) length + 2);
                bytes.writeBytes(text);
                texts.add(Arrays.copyOf(text, (int) length));
            }
        }
        return bytes.toByteArray();
    }

    private static String line(InputStream in, ByteArrayOutputStream bytes) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException();
            }
            bytes.write(b);
            line.append((char) b);
        }
        bytes.write('\n');
        return line.toString().trim();
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception alreadyGone) {
            // there is nothing left to close
        }
    }

    /** What a thread of the proxy does; it ends when a connection does. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private void inBackground(String what, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException connectionEnded) {
                        // that is how a thread of the proxy ends
                    }
                },
                "refusing-proxy-" + what + "-" + listening.getLocalPort());
        thread.setDaemon(true);
        thread.start();
    }
}
