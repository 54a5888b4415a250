package io.gort.camel.streams.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(5)
class DockerEngineTest {

    @Test
    void followsDockerHost(@TempDir Path home) {
        assertThat(DockerEngine.address("unix:///run/user/1/docker.sock", home))
                .contains(UnixDomainSocketAddress.of("/run/user/1/docker.sock"));
        assertThat(DockerEngine.address("tcp://127.0.0.1", home))
                .hasValueSatisfying(address -> assertThat(address).hasToString("/127.0.0.1:2375"));
        assertThat(DockerEngine.address("nonsense", home)).isEmpty();
        assertThat(DockerEngine.address("no ^ url", home)).isEmpty();
    }

    @Test
    void answersWhereAnEngineSaysOk() throws Exception {
        try (ServerSocket engine = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> answer(engine));
            answering.start();

            assertThat(DockerEngine.answersAt(engine.getLocalSocketAddress())).isTrue();
            answering.join();
        }
    }

    @Test
    void doesNotWaitForAnEngineThatIsSilent() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            long before = System.nanoTime();

            assertThat(DockerEngine.answersAt(silent.getLocalSocketAddress())).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void noneAnswersWhereNothingListens(@TempDir Path folder) {
        assertThat(DockerEngine.answersAt(UnixDomainSocketAddress.of(folder.resolve("no.sock"))))
                .isFalse();
    }

    private static void answer(ServerSocket engine) {
        try (Socket socket = engine.accept()) {
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\nOK".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
