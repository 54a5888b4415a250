package io.gort.camel.streams.examples.heatmap.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import redis.embedded.RedisExecProvider;
import redis.embedded.exceptions.EmbeddedRedisException;

/**
 * A Redis server of our own on a free loopback port, without persistence. It runs in a session of its own, so that
 * Ctrl-C reaches only this process, which still needs the server to finish its work, and then ends it.
 */
public final class EmbeddedRedis implements AutoCloseable {

    private static final long READY_SECONDS = 15;
    private static final long STOP_SECONDS = 5;
    private static final int ATTEMPTS = 3;

    private final int port;
    private final ProcessHandle process;
    private final Path directory;

    private EmbeddedRedis(int port, ProcessHandle process, Path directory) {
        this.port = port;
        this.process = process;
        this.directory = directory;
    }

    /** Starts a server; when this returns it listens. */
    public static EmbeddedRedis start() throws StartException {
        IOException last = new IOException("not tried");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return start(freePort());
            } catch (IOException e) {
                last = e;
            } catch (EmbeddedRedisException | InterruptedException e) {
                throw new StartException("embedded Redis: cannot be started here: " + e.getMessage(), e);
            }
        }
        throw new StartException("embedded Redis: " + last.getMessage() + " (or give a server with --redis)", last);
    }

    public int port() {
        return port;
    }

    /** Ends the server and forgets its data. Does nothing the second time. */
    @Override
    public synchronized void close() {
        process.destroy();
        try {
            process.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            process.destroyForcibly();
        }
        delete(directory);
    }

    private static EmbeddedRedis start(int port) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("heatmap-redis");
        Path log = directory.resolve("redis.log");
        Path pidFile = directory.resolve("redis.pid");
        Process launcher = new ProcessBuilder(command(port, directory, pidFile, log))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("launch.log").toFile())
                .start();
        launcher.waitFor(READY_SECONDS, TimeUnit.SECONDS);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        while (System.nanoTime() < deadline) {
            if (Files.exists(log) && Files.readString(log).contains("Ready to accept connections")) {
                long pid = Long.parseLong(Files.readString(pidFile).trim());
                ProcessHandle process = ProcessHandle.of(pid).orElseThrow(() -> new IOException("it ended at once"));
                return new EmbeddedRedis(port, process, directory);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        delete(directory);
        throw new IOException("not ready on port " + port + " after " + READY_SECONDS + " s");
    }

    private static List<String> command(int port, Path directory, Path pidFile, Path log) throws IOException {
        return List.of(
                RedisExecProvider.defaultProvider().get().getAbsolutePath(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--daemonize",
                "yes",
                "--pidfile",
                pidFile.toString(),
                "--logfile",
                log.toString(),
                "--dir",
                directory.toString(),
                "--save",
                "",
                "--appendonly",
                "no");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            directory.toFile().deleteOnExit();
        }
    }
}
