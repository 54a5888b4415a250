package io.gort.camel.streams.testkit.conformance;

import io.gort.camel.streams.testkit.RedisUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A member of a group in a JVM of its own, which can be ended, killed and frozen. */
final class MemberProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final RedisUnderTest redis;
    private final String name;
    private final Process process;

    private MemberProcess(RedisUnderTest redis, String name, Process process) {
        this.redis = redis;
        this.name = name;
        this.process = process;
    }

    /**
     * Starts a member, and returns at once.
     *
     * @param name       of the member, added to the URI as its consumer name
     * @param uri        what it reads
     * @param workMillis how long it works on each entry
     */
    static MemberProcess start(RedisUnderTest redis, String name, String uri, long workMillis) {
        return start(redis, name, uri, workMillis, List.of());
    }

    /**
     * The same with an idempotent consumer by the field {@code n}.
     *
     * @param prefix what the keys of its repository begin with
     */
    static MemberProcess startOnce(RedisUnderTest redis, String name, String uri, long workMillis, String prefix) {
        return start(redis, name, uri, workMillis, List.of(prefix, doneList(name)));
    }

    private static MemberProcess start(
            RedisUnderTest redis, String name, String uri, long workMillis, List<String> more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                MemberMain.class.getName(),
                redis.uri().toString(),
                uri + "&consumerName=" + name,
                begunList(name),
                handledList(name),
                Long.toString(workMillis)));
        command.addAll(more);
        try {
            Path log = Files.createDirectories(Path.of("target", "conformance")).resolve(name + ".log");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new MemberProcess(redis, name, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the entries that it began to work on, in their order. */
    List<String> begun() {
        return redis.client().lrange(begunList(name), 0, -1);
    }

    /** How many entries it began to work on, in all processes of its name. */
    long begunCount() {
        return redis.client().llen(begunList(name));
    }

    /** The names of the entries that it handled well, in their order. */
    List<String> handled() {
        return redis.client().lrange(handledList(name), 0, -1);
    }

    /** The values of {@code n} whose work it did, if each is to be done once. */
    List<String> done() {
        return redis.client().lrange(doneList(name), 0, -1);
    }

    /** Ends it in good order (SIGTERM). */
    void end() {
        process.destroy();
        awaitEnd();
    }

    /** Ends it on the spot (SIGKILL). */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Holds it still (SIGSTOP). */
    void freeze() {
        signal("-STOP");
    }

    /** Lets it go on (SIGCONT). */
    void thaw() {
        signal("-CONT");
    }

    boolean isRunning() {
        return process.isAlive();
    }

    @Override
    public void close() {
        kill();
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("member " + name + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String begunList(String name) {
        return "member:" + name + ":begun";
    }

    private static String handledList(String name) {
        return "member:" + name + ":handled";
    }

    private static String doneList(String name) {
        return "member:" + name + ":done";
    }
}
