package io.gort.camel.streams.routes.steps;

import io.gort.camel.streams.routes.feeds.FeedSettings;
import io.gort.camel.streams.routes.feeds.FrameReader;
import io.gort.camel.streams.routes.feeds.InvalidFrameException;
import io.gort.camel.streams.routes.feeds.Venue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Processor;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the frames of an exchange. The exchange property {@value #LIQUIDATIONS} becomes a List of what a frame tells, and
 * the body stays the frame. One that cannot be read, or not all of it, fails with an {@link InvalidFrameException} after
 * that; the first is told in the log.
 */
public final class FeedReader extends ServiceSupport implements Processor {

    /** The exchange property with the liquidations that could be read. */
    public static final String LIQUIDATIONS = "gortStreamsLiquidations";

    private static final Logger LOG = LoggerFactory.getLogger(FeedReader.class);

    private final AtomicBoolean told = new AtomicBoolean();
    private String exchange = "";
    private String symbols = "";
    private String symbolNames = "";
    private String contractValues = "";
    private @Nullable FrameReader reader;

    @Override
    public void process(Exchange delivery) throws InvalidPayloadException {
        FrameReader current = reader;
        if (current == null) {
            throw new IllegalStateException("The reader of " + exchange + " is not started");
        }
        try {
            delivery.setProperty(
                    LIQUIDATIONS, current.read(delivery.getMessage().getMandatoryBody(String.class)));
        } catch (InvalidFrameException e) {
            delivery.setProperty(LIQUIDATIONS, e.events());
            tell(e);
            throw e;
        }
    }

    private void tell(InvalidFrameException invalid) {
        if (told.compareAndSet(false, true)) {
            LOG.warn("{}. Further ones are not logged; the dead-letter stream has them", invalid.getMessage());
        } else {
            LOG.debug("Another invalid frame", invalid);
        }
    }

    @Override
    protected void doStart() {
        reader = Venue.parse(exchange).reader(FeedSettings.parse(symbols, symbolNames, contractValues));
    }

    public String getExchange() {
        return exchange;
    }

    /** Where the frames come from: {@link Venue#parse}. */
    public void setExchange(String exchange) {
        this.exchange = exchange;
    }

    public String getSymbols() {
        return symbols;
    }

    /** The instruments to take, in the exchange's own names, with commas between; all where it is empty. */
    public void setSymbols(String symbols) {
        this.symbols = symbols;
    }

    public String getSymbolNames() {
        return symbolNames;
    }

    /** The symbols of instruments, where the exchange's rule gives others: {@code BTCPERP=BTCUSDC}. */
    public void setSymbolNames(String symbolNames) {
        this.symbolNames = symbolNames;
    }

    public String getContractValues() {
        return contractValues;
    }

    /** What a contract stands for, where sizes are in contracts: {@code BTC-USDT-SWAP=0.01}. */
    public void setContractValues(String contractValues) {
        this.contractValues = contractValues;
    }
}
