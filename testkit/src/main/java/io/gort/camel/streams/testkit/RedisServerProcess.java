package io.gort.camel.streams.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A Redis server of a test's own, as a process on a loopback port: it can be stopped, killed, frozen and started again
 * on the same port with the same data folder. It ends with {@link #close()}, at the latest with the JVM.
 */
public final class RedisServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 3;

    private final Path executable;
    private final Path folder;
    private final List<String> arguments;
    private final RedisUnderTest redis;
    private @Nullable Process process;

    private RedisServerProcess(RedisServerSettings settings, int port) {
        executable = settings.executable();
        arguments = settings.arguments();
        redis = RedisUnderTest.at("127.0.0.1", port).as(null, settings.password());
        folder = TemporaryFolders.create("gort-redis-");
        try {
            Files.write(folder.resolve("redis.conf"), settings.toConfigurationFile(port, folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings of a server that keeps nothing and asks for nothing, to be changed and then started. */
    public static RedisServerSettings settings() {
        return new RedisServerSettings();
    }

    /** A started server that keeps nothing and asks for no password. */
    public static RedisServerProcess start() {
        return settings().start();
    }

    static RedisServerProcess start(RedisServerSettings settings) {
        for (int attempt = 1; ; attempt++) {
            int port = settings.port() == 0 ? freePort() : settings.port();
            RedisServerProcess server = new RedisServerProcess(settings, port);
            try {
                server.startAgain();
                return server;
            } catch (IllegalStateException e) {
                server.close();
                if (attempt == ATTEMPTS || settings.port() != 0) {
                    throw e; // otherwise someone else may have taken the port in between
                }
            }
        }
    }

    /** A loopback port that nothing listens on now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, with the default user's credentials. */
    public RedisUnderTest redis() {
        return redis;
    }

    public int port() {
        return redis.port();
    }

    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /**
     * Starts it on the same port and data folder after {@link #stop()} or {@link #kill()}, and returns once it answers.
     *
     * @throws IllegalStateException if it runs already or does not come up
     */
    public synchronized void startAgain() {
        if (isRunning()) {
            throw new IllegalStateException("redis-server on port " + port() + " runs (expected: stopped)");
        }
        try {
            List<String> command = new ArrayList<>(
                    List.of(executable.toString(), folder.resolve("redis.conf").toString()));
            command.addAll(arguments);
            Process started = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("redis.out").toFile())
                    .start();
            process = started;
            ProcessesOfThisJvm.endWithJvm(started);
            waitUntilItAnswers(started);
        } catch (IOException e) {
            throw new IllegalStateException("redis-server " + executable + " cannot be run", e);
        }
    }

    /** Ends it in good order (SIGTERM): clients see their connections closed, persistent data is written. */
    public synchronized void stop() {
        if (process == null) {
            return;
        }
        thaw();
        process.destroy();
        waitForTheEndOf(process);
    }

    /** Ends it on the spot (SIGKILL). */
    public synchronized void kill() {
        if (process == null) {
            return;
        }
        process.destroyForcibly();
        waitForTheEndOf(process);
    }

    /** Stops it and starts it again. */
    public synchronized void restart() {
        stop();
        startAgain();
    }

    /** Holds it still (SIGSTOP): connections stay open, nothing is answered. */
    public synchronized void freeze() {
        signal("-STOP");
    }

    /** Lets a frozen server go on (SIGCONT). */
    public synchronized void thaw() {
        signal("-CONT");
    }

    /** What the server wrote to its log. */
    public String log() {
        try {
            StringBuilder text = new StringBuilder();
            for (String name : List.of("redis.out", "redis.log")) {
                Path file = folder.resolve(name);
                text.append(Files.exists(file) ? Files.readString(file) : "");
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        redis.close();
        kill();
        TemporaryFolders.delete(folder);
    }

    private void waitUntilItAnswers(Process started) {
        try {
            Awaitility.await("redis-server on port " + port())
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(10))
                    .atMost(PATIENCE)
                    .until(() -> !started.isAlive() || answers());
        } catch (ConditionTimeoutException e) {
            throw new IllegalStateException("redis-server on port " + port() + " does not answer:\n" + log(), e);
        }
        if (!started.isAlive()) {
            throw new IllegalStateException("redis-server on port " + port() + " ended at once:\n" + log());
        }
    }

    private boolean answers() {
        try (Connection connection = new Connection(redis.address(), redis.clientConfig())) {
            return connection.ping();
        } catch (JedisException notYet) {
            return false;
        }
    }

    private void signal(String name) {
        if (!isRunning() || process == null) {
            return;
        }
        try {
            new ProcessBuilder("kill", name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void waitForTheEndOf(Process ending) {
        try {
            if (!ending.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("redis-server on port " + port() + " does not end:\n" + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
