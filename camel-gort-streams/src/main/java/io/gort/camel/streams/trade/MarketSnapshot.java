package io.gort.camel.streams.trade;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The state of a market at one moment. Of the optional values zero says the same as nothing, because entries carry it
 * when they are unset; they are held as null.
 *
 * @param exchange        where it was measured
 * @param symbol          the instrument
 * @param timestamp       when it was measured, in milliseconds since 1970
 * @param markPrice       the price that decides about liquidations, above zero
 * @param indexPrice      the price over several spot markets
 * @param fundingRate     the current funding rate as a fraction: 0.0001 is 0.01 %
 * @param openInterest    open contracts, in the base asset
 * @param volume24h       what was traded in 24 hours, in the base asset
 * @param nextFundingTime when funding is exchanged next, in milliseconds since 1970; 0 where there is none
 * @param openInterestUsd open contracts in USD
 * @param turnover24h     what was traded in 24 hours, in USD
 */
public record MarketSnapshot(
        String exchange,
        String symbol,
        long timestamp,
        BigDecimal markPrice,
        BigDecimal indexPrice,
        BigDecimal fundingRate,
        BigDecimal openInterest,
        BigDecimal volume24h,
        long nextFundingTime,
        @Nullable BigDecimal openInterestUsd,
        @Nullable BigDecimal turnover24h)
        implements TradeRecord {

    public MarketSnapshot {
        Objects.requireNonNull(exchange, "exchange");
        Objects.requireNonNull(symbol, "symbol");
        markPrice = Decimals.amount("markPrice", markPrice);
        indexPrice = Decimals.amount("indexPrice", indexPrice);
        fundingRate = Decimals.amount("fundingRate", fundingRate);
        openInterest = Decimals.amount("openInterest", openInterest);
        volume24h = Decimals.amount("volume24h", volume24h);
        openInterestUsd = Decimals.optionalAmount("openInterestUsd", openInterestUsd);
        turnover24h = Decimals.optionalAmount("turnover24h", turnover24h);
    }

    @Override
    public DataType dataType() {
        return DataType.MARKET;
    }

    @Override
    public List<Violation> violations() {
        return Rules.common(this).aboveZero("mark_price", markPrice).violations();
    }
}
