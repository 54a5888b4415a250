package io.gort.camel.streams.routes.cascade;

import io.gort.camel.streams.entry.Tls;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.redisson.client.NettyHook;

/**
 * Secures the connections of a Redisson client as the component secures its own. Redisson itself takes stores of keys
 * and certificates, but no ready SSL context.
 */
final class TlsChannels implements NettyHook {

    private final Tls tls;
    private final Duration handshakeTimeout;

    TlsChannels(Tls tls, Duration handshakeTimeout) {
        this.tls = tls;
        this.handshakeTimeout = handshakeTimeout;
    }

    @Override
    public void afterBoostrapInitialization(Bootstrap bootstrap) {
        // the channels are secured one by one
    }

    @Override
    public void afterChannelInitialization(Channel channel) {
        channel.pipeline().addFirst(new SecuredWhenItConnects());
    }

    /** Waits until it is known which host the server's certificate must be for. */
    private final class SecuredWhenItConnects extends ChannelOutboundHandlerAdapter {

        @Override
        public void connect(
                ChannelHandlerContext context, SocketAddress remote, SocketAddress local, ChannelPromise promise)
                throws Exception {
            context.pipeline().addFirst(handler((InetSocketAddress) remote));
            super.connect(context, remote, local, promise);
        }
    }

    private SslHandler handler(InetSocketAddress server) {
        SSLEngine engine = tls.context().createSSLEngine(server.getHostString(), server.getPort());
        engine.setUseClientMode(true);
        if (tls.hostnameVerification()) {
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            engine.setSSLParameters(parameters);
        }
        SslHandler handler = new SslHandler(engine);
        handler.setHandshakeTimeoutMillis(handshakeTimeout.toMillis());
        return handler;
    }
}
