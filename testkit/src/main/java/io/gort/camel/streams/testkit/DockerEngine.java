package io.gort.camel.streams.testkit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether a Docker engine answers, within a second and without a word. Testcontainers would find out too, but
 * takes seconds for it and fills the log.
 */
final class DockerEngine {

    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final String PING = "GET /_ping HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n\r\n";

    private DockerEngine() {}

    static boolean answers() {
        return address(System.getenv("DOCKER_HOST"), Path.of(System.getProperty("user.home", "/")))
                .map(DockerEngine::answersAt)
                .orElse(false);
    }

    /** Where the engine would be; empty if nothing is there. TLS ({@code DOCKER_TLS_VERIFY}) is left to others. */
    static Optional<SocketAddress> address(@Nullable String dockerHost, Path home) {
        if (dockerHost == null || dockerHost.isBlank()) {
            return Stream.of(Path.of("/var/run/docker.sock"), home.resolve(".docker/run/docker.sock"))
                    .filter(Files::exists)
                    .<SocketAddress>map(UnixDomainSocketAddress::of)
                    .findFirst();
        }
        try {
            return address(new URI(dockerHost.strip()));
        } catch (URISyntaxException nothingWeKnow) {
            return Optional.empty();
        }
    }

    private static Optional<SocketAddress> address(URI uri) {
        if ("unix".equals(uri.getScheme())) {
            return Optional.of(UnixDomainSocketAddress.of(uri.getPath()));
        }
        if (uri.getHost() == null) {
            return Optional.empty();
        }
        return Optional.of(new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? 2375 : uri.getPort()));
    }

    static boolean answersAt(SocketAddress address) {
        FutureTask<Boolean> ping = new FutureTask<>(() -> ping(address));
        Thread thread = new Thread(ping, "testkit-docker-ping");
        thread.setDaemon(true);
        thread.start();
        try {
            return ping.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException noEngine) {
            ping.cancel(true);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean ping(SocketAddress address) throws IOException {
        StandardProtocolFamily family =
                address instanceof UnixDomainSocketAddress ? StandardProtocolFamily.UNIX : StandardProtocolFamily.INET;
        try (SocketChannel channel = SocketChannel.open(family)) {
            channel.connect(address);
            channel.write(ByteBuffer.wrap(PING.getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer answer = ByteBuffer.allocate(64);
            channel.read(answer);
            return new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII).contains(" 200 ");
        }
    }
}
