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
 * Ctrl-C reaches only this process, which still needs the server to finish its work, and then ends it. A guard ends it
 * when this process is gone in any other way.
 */
public final class EmbeddedRedis implements AutoCloseable {

    private static final long READY_SECONDS = 15;
    private static final long STOP_SECONDS = 5;
    private static final int ATTEMPTS = 3;

    /** Starts the server, waits for the end of its input, which is our end at the latest, and clears up. */
    private static final String GUARD = """
            trap '' INT TERM HUP
            directory=$1
            shift
            "$@" </dev/null || exit
            cat >/dev/null
            pid=$(cat "$directory/redis.pid") && kill "$pid" && while kill -0 "$pid"; do sleep 0.1; done
            rm -rf "$directory"
            """;

    private final int port;
    private final ProcessHandle process;
    private final Process guard;
    private final Path directory;

    private EmbeddedRedis(int port, ProcessHandle process, Process guard, Path directory) {
        this.port = port;
        this.process = process;
        this.guard = guard;
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
        try {
            guard.getOutputStream().close();
            guard.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
        } catch (IOException | CompletionException e) {
            process.destroyForcibly();
            guard.destroyForcibly();
        }
        delete(directory);
    }

    private static EmbeddedRedis start(int port) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("heatmap-redis");
        Path log = directory.resolve("redis.log");
        Path pidFile = directory.resolve("redis.pid");
        Process guard = new ProcessBuilder(command(port, directory, pidFile, log))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("launch.log").toFile())
                .start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        while (System.nanoTime() < deadline && guard.isAlive()) {
            if (Files.exists(log) && Files.readString(log).contains("Ready to accept connections")) {
                long pid = Long.parseLong(Files.readString(pidFile).trim());
                ProcessHandle process = ProcessHandle.of(pid).orElseThrow(() -> new IOException("it ended at once"));
                return new EmbeddedRedis(port, process, guard, directory);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        guard.getOutputStream().close();
        guard.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        delete(directory);
        throw new IOException("not ready on port " + port + " within " + READY_SECONDS + " s");
    }

    private static List<String> command(int port, Path directory, Path pidFile, Path log) throws IOException {
        return List.of(
                "/bin/sh",
                "-c",
                GUARD,
                "guard",
                directory.toString(),
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
