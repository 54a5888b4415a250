package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.ServerAddress;
import io.gort.camel.streams.entry.Tls;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.DefaultJedisSocketFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisSocketFactory;

/** Opens sockets to where the server is at the time, secured if that is asked for, each within the connect timeout. */
final class SocketOpener implements JedisSocketFactory {

    private final Supplier<ServerAddress> address;
    private final @Nullable Tls tls;
    private final Duration connectTimeout;
    private final Duration commandTimeout;

    /**
     * @param address asked for each socket
     */
    SocketOpener(Supplier<ServerAddress> address, @Nullable Tls tls, Duration connectTimeout, Duration commandTimeout) {
        this.address = address;
        this.tls = tls;
        this.connectTimeout = connectTimeout;
        this.commandTimeout = commandTimeout;
    }

    boolean isSecured() {
        return tls != null;
    }

    @Override
    public Socket createSocket() {
        ServerAddress current = address.get();
        Socket plain = connect(current);
        return tls == null ? plain : secure(plain, current, tls);
    }

    private Socket connect(ServerAddress current) {
        DefaultJedisClientConfig config = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(millis(connectTimeout))
                .socketTimeoutMillis(millis(commandTimeout))
                .build();
        return new DefaultJedisSocketFactory(new HostAndPort(current.host(), current.port()), config).createSocket();
    }

    /** The handshake comes now, not with the first command, so that what is wrong with it can be told. */
    private Socket secure(Socket plain, ServerAddress current, Tls how) {
        try {
            SSLSocket secured = (SSLSocket)
                    how.context().getSocketFactory().createSocket(plain, current.host(), current.port(), true);
            if (how.hostnameVerification()) {
                SSLParameters parameters = secured.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                secured.setSSLParameters(parameters);
            }
            secured.setSoTimeout(millis(connectTimeout));
            secured.startHandshake();
            secured.setSoTimeout(millis(commandTimeout));
            return secured;
        } catch (IOException e) {
            closeQuietly(plain);
            throw new ConnectionLostException(TlsTrouble.of(current, e), e);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it was of no use anyway
        }
    }

    static int millis(Duration duration) {
        return (int) Math.min(Integer.MAX_VALUE, duration.toMillis());
    }

    /** Puts what went wrong with a handshake in the words of the options. */
    private enum TlsTrouble {
        UNTRUSTED("sslContextParameters: expected to trust the server's certificate"),
        OTHER_HOST("host: expected as in the server's certificate, or hostnameVerification=false"),
        NOT_TLS("ssl: expected false, or a port where the server speaks TLS"),
        OTHER("sslContextParameters: expected to suit the server");

        private final String expected;

        TlsTrouble(String expected) {
            this.expected = expected;
        }

        static String of(ServerAddress server, IOException trouble) {
            String reason = RedisErrors.reason(trouble);
            return server + " cannot be reached by TLS: " + reason + " (" + kind(trouble, reason).expected + ")";
        }

        private static TlsTrouble kind(IOException trouble, String reason) {
            if (trouble instanceof SocketTimeoutException || reason.contains("SSL message")) {
                return NOT_TLS;
            }
            if (reason.startsWith("No name matching") || reason.startsWith("No subject alternative")) {
                return OTHER_HOST;
            }
            return reason.contains("certification path") ? UNTRUSTED : OTHER;
        }
    }
}
