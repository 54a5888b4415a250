package io.gort.camel.streams.karaf.example;

import io.gort.camel.streams.trade.LiquidationEvent;
import org.apache.camel.builder.RouteBuilder;

/**
 * Copies every valid liquidation of an exchange to an archive; what is invalid goes to the dead letters of its stream.
 */
final class ArchiveRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("gort-streams:liquidations:binance:*?group=archive&groupStart=0&maxDeliveries=3&minIdle=5s&claimInterval=1s"
                        + "&discoveryInterval=1s")
                .routeId("archive")
                .convertBodyTo(LiquidationEvent.class)
                .to("gort-streams:liquidations:archive:BTCUSDT");
    }
}
