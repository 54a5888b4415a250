package io.gort.camel.streams.routes.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VenueTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BINANCE  | ETHUSDT BTCUSDT | {\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@forceOrder\",\"ethusdt@forceOrder\"],\"id\":1}",
                "BINANCE  |                 | {\"method\":\"SUBSCRIBE\",\"params\":[\"!forceOrder@arr\"],\"id\":1}",
                "BYBIT    | ETHUSDT BTCUSDT | {\"op\":\"subscribe\",\"args\":[\"allLiquidation.BTCUSDT\",\"allLiquidation.ETHUSDT\"]}",
                "OKX      | BTC-USDT-SWAP   | {\"op\":\"subscribe\",\"args\":[{\"channel\":\"liquidation-orders\",\"instType\":\"SWAP\"}]}",
                "OKX      | BTC-USD-250328  | {\"op\":\"subscribe\",\"args\":[{\"channel\":\"liquidation-orders\",\"instType\":\"FUTURES\"}]}",
                "OKX      |                 | {\"op\":\"subscribe\",\"args\":[{\"channel\":\"liquidation-orders\",\"instType\":\"SWAP\"},{\"channel\":\"liquidation-orders\",\"instType\":\"FUTURES\"}]}",
                "DERIBIT  | BTC-PERPETUAL   | {\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"public/subscribe\",\"params\":{\"channels\":[\"trades.BTC-PERPETUAL.100ms\"]}}",
                "DERIBIT  |                 | {\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"public/subscribe\",\"params\":{\"channels\":[\"trades.future.any.100ms\"]}}",
                "KRAKEN   | PF_XBTUSD       | {\"event\":\"subscribe\",\"feed\":\"trade\",\"product_ids\":[\"PF_XBTUSD\"]}",
                "BITFINEX | tBTCF0:USTF0    | {\"event\":\"subscribe\",\"channel\":\"status\",\"key\":\"liq:global\"}",
            })
    void subscribesAsTheExchangeDocumentsIt(Venue venue, String instruments, String message) {
        Set<String> wanted = instruments == null ? Set.of() : Set.of(instruments.split(" "));

        assertThat(venue.subscriptions(wanted)).last().isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({"BYBIT, bybit, BTCUSDT", "KRAKEN, kraken, PF_XBTUSD"})
    void tellsWhereItCannotGiveAll(Venue venue, String name, String example) {
        assertThatThrownBy(() -> venue.subscriptions(Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("symbols: none (expected: some of %s, such as %s; it has no feed of all)", name, example);
    }

    @Test
    void keepsItsConnectionAsTheExchangeDocumentsIt() {
        String testRequest = "{\"jsonrpc\":\"2.0\",\"method\":\"heartbeat\",\"params\":{\"type\":\"test_request\"}}";

        assertThat(Venue.BYBIT.ping()).hasValue("{\"op\":\"ping\"}");
        assertThat(Venue.OKX.ping()).hasValue("ping");
        assertThat(Venue.DERIBIT.subscriptions(Set.of()))
                .first()
                .isEqualTo(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"public/set_heartbeat\",\"params\":{\"interval\":30}}");
        assertThat(Venue.DERIBIT.answerTo(testRequest))
                .hasValue("{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"public/test\",\"params\":{}}");
        assertThat(Venue.DERIBIT.answerTo(testRequest.replace("test_request", "heartbeat")))
                .isEmpty();
    }

    @Test
    void tellsWhichExchangesThereAre() {
        assertThat(Venue.parse("okx")).isSameAs(Venue.OKX);
        assertThatThrownBy(() -> Venue.parse("coinbase"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("exchange: coinbase (expected: one with a public feed of liquidations,"
                        + " binance, bybit, okx, deribit, kraken, bitfinex; Coinbase has none)");
    }
}
