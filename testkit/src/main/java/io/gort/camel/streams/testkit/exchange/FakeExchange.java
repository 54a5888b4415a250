package io.gort.camel.streams.testkit.exchange;

import io.gort.camel.streams.testkit.Eventually;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrameType;
import java.net.BindException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An exchange on a loopback port. It gives liquidations only to those who asked for them on the same connection, notes
 * what it is told, and can lose connections, fall silent, go away and come back.
 */
public final class FakeExchange implements AutoCloseable {

    private final Dialect dialect;
    private final Vertx vertx = Vertx.vertx(
            new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(1));
    private final Set<ServerWebSocket> open = ConcurrentHashMap.newKeySet();
    private final Set<ServerWebSocket> subscribers = ConcurrentHashMap.newKeySet();
    private final Set<ServerWebSocket> ignored = ConcurrentHashMap.newKeySet();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger subscriptions = new AtomicInteger();
    private final AtomicInteger pings = new AtomicInteger();
    private @Nullable HttpServer server;
    private int port;
    private volatile boolean silent;

    private FakeExchange(Dialect dialect) {
        this.dialect = dialect;
    }

    /** An exchange that is open. */
    public static FakeExchange open(Dialect dialect) {
        FakeExchange exchange = new FakeExchange(dialect);
        exchange.comeBack();
        return exchange;
    }

    /** Where its WebSocket is; the same after it has come back. */
    public String url() {
        return "ws://127.0.0.1:" + port + "/ws";
    }

    /** All messages that came. */
    public List<String> heard() {
        return heard;
    }

    /** How many pings of WebSocket came. */
    public int pings() {
        return pings.get();
    }

    /** Waits until it was asked for liquidations at least so many times, on one connection each. */
    public void awaitSubscriptions(int expected) {
        Eventually.holds(expected + " subscriptions", () -> subscriptions.get() >= expected);
    }

    /** Sends a frame to all who asked for liquidations. */
    public void send(String frame) {
        subscribers.forEach(socket -> await(socket.writeTextMessage(frame)));
    }

    /** Tells of liquidations, from one number to another. */
    public void tell(int first, int last) {
        for (int number = first; number <= last; number++) {
            send(dialect.liquidation(Liquidation.number(number)));
        }
    }

    /** Closes all connections. */
    public void drop() {
        List<ServerWebSocket> lost = List.copyOf(open);
        lost.forEach(ServerWebSocket::close);
        Eventually.holds("the connections are closed", () -> Collections.disjoint(open, lost));
    }

    /**
     * While it is silent it keeps connections, but whoever talks to it is never given a word again on that connection.
     */
    public void setSilent(boolean silent) {
        this.silent = silent;
    }

    /** Ends all connections and lets nobody connect. */
    public void goAway() {
        HttpServer running = server;
        if (running != null) {
            await(running.close());
            server = null;
        }
    }

    /** Opens again, where it was. Vert.x tells that a server is closed a moment before its port is free. */
    public void comeBack() {
        Eventually.holds("an exchange at port " + port, this::opens);
    }

    private boolean opens() {
        HttpServer starting = vertx.createHttpServer().webSocketHandler(this::welcome);
        try {
            await(starting.listen(port, "127.0.0.1"));
        } catch (CompletionException e) {
            if (e.getCause() instanceof BindException) {
                return false;
            }
            throw e;
        }
        port = starting.actualPort();
        server = starting;
        return true;
    }

    private void welcome(ServerWebSocket socket) {
        open.add(socket);
        socket.closeHandler(end -> {
            open.remove(socket);
            subscribers.remove(socket);
        });
        socket.frameHandler(frame -> {
            if (frame.type() == WebSocketFrameType.PING) {
                pings.incrementAndGet();
            }
        });
        socket.textMessageHandler(message -> listen(socket, message));
    }

    private void listen(ServerWebSocket socket, String message) {
        heard.add(message);
        if (silent || ignored.contains(socket)) {
            ignored.add(socket);
            subscribers.remove(socket);
            return;
        }
        dialect.answer(message).forEach(socket::writeTextMessage);
        if (dialect.isSubscription(message) && subscribers.add(socket)) {
            subscriptions.incrementAndGet();
        }
    }

    private static <T> void await(Future<T> result) {
        result.toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() {
        goAway();
        await(vertx.close());
    }
}
