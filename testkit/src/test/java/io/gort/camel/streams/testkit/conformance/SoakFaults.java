package io.gort.camel.streams.testkit.conformance;

import io.gort.camel.streams.testkit.RedisServerProcess;
import io.gort.camel.streams.testkit.TcpProxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.RouteController;
import org.awaitility.Awaitility;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.resps.StreamEntry;

/**
 * What can happen to the server, to the way there, and to members. Each is over when it returns; how long it takes and
 * whom it befalls comes from the random numbers alone, so that the same seed makes the same series.
 */
final class SoakFaults {

    private static final int LEAST_MILLIS = 200;
    private static final int MOST_MILLIS = 4_000;
    private static final int MOST_DELETED = 20;

    private final RedisServerProcess server;
    private final TcpProxy proxy;
    private final List<String> streams;
    private final SoakMembers members;
    private final SoakNotes notes;
    private final Random random;

    SoakFaults(
            RedisServerProcess server,
            TcpProxy proxy,
            List<String> streams,
            SoakMembers members,
            SoakNotes notes,
            Random random) {
        this.server = server;
        this.proxy = proxy;
        this.streams = streams;
        this.members = members;
        this.notes = notes;
        this.random = random;
    }

    /** Something that happens. */
    interface Fault {
        void happen() throws Exception;
    }

    /** A fault and what it is called. */
    record Named(String name, Fault fault) {}

    /** Each fault once, in an order of chance. */
    List<Named> round() {
        List<Named> round = new ArrayList<>(List.of(
                new Named("connections cut", proxy::cut),
                new Named("connections left half open", proxy::leaveHalfOpen),
                new Named("nothing forwarded", this::holdTheNetwork),
                new Named("server restarted", this::restartServer),
                new Named("server frozen", this::freezeServer),
                new Named("scripts flushed", () -> server.redis().client().scriptFlush()),
                new Named("entries deleted", this::deleteEntries),
                new Named("route suspended", this::suspendRoute),
                new Named("route stopped", this::stopRoute),
                new Named("context restarted", this::restartContext),
                new Named("process killed", members::killProcess),
                new Named("process frozen", this::freezeProcess)));
        Collections.shuffle(round, random);
        return round;
    }

    private void holdTheNetwork() {
        proxy.hold();
        letPass();
        proxy.goOn();
    }

    private void restartServer() {
        server.stop();
        letPass();
        server.startAgain();
    }

    private void freezeServer() {
        server.freeze();
        letPass();
        server.thaw();
    }

    private void deleteEntries() {
        String streamKey = anyOf(streams);
        StreamEntryID[] newest =
                server.redis().client().xrevrange(streamKey, "+", "-", 1 + random.nextInt(MOST_DELETED)).stream()
                        .map(StreamEntry::getID)
                        .toArray(StreamEntryID[]::new);
        notes.deleted(List.of(newest).stream()
                .map(id -> EntryRecorder.name(streamKey, id))
                .toList());
        server.redis().client().xdel(streamKey, newest);
    }

    private void suspendRoute() throws Exception {
        RouteController routes = anyOf(members.contexts()).getRouteController();
        String group = anyOf(SoakMembers.GROUPS);
        routes.suspendRoute(group);
        letPass();
        routes.resumeRoute(group);
    }

    private void stopRoute() throws Exception {
        RouteController routes = anyOf(members.contexts()).getRouteController();
        String group = anyOf(SoakMembers.GROUPS);
        routes.stopRoute(group);
        letPass();
        routes.startRoute(group);
    }

    private void restartContext() {
        CamelContext context = anyOf(members.contexts());
        context.stop();
        letPass();
        context.start();
    }

    private void freezeProcess() {
        members.process().freeze();
        letPass();
        members.process().thaw();
    }

    private void letPass() {
        Duration duration = Duration.ofMillis(LEAST_MILLIS + random.nextInt(MOST_MILLIS - LEAST_MILLIS));
        Awaitility.await().forever().pollDelay(duration).until(() -> true);
    }

    private <T> T anyOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
