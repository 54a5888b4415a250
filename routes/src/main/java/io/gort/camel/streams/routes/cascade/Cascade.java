package io.gort.camel.streams.routes.cascade;

import io.gort.camel.streams.routes.heatmap.MicroUsd;
import io.gort.camel.streams.routes.heatmap.store.Admission;
import io.gort.camel.streams.routes.heatmap.store.LiquidationEntry;
import io.gort.camel.streams.routes.steps.LiquidationReader;
import io.gort.camel.streams.trade.LiquidationEvent;
import java.time.Clock;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Processor;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;

/**
 * What {@code gort-alert-cascade} does with an entry. As a processor it tells which window the entry belongs to and
 * what it adds; as an aggregation strategy it puts a window together, and makes the alert when the window is over.
 */
public final class Cascade extends ServiceSupport implements Processor, AggregationStrategy, CamelContextAware {

    /** The exchange property that names the window. */
    public static final String WINDOW = "gortCascadeWindow";

    /** The exchange property with how long the window's entries are waited for from now, in milliseconds. */
    public static final String WAIT = "gortCascadeWait";

    /** The exchange property that tells whether a window that is over has reached the threshold. */
    public static final String REACHED = "gortCascadeReached";

    private static final String START = "gortCascadeStart";

    private final CascadeOptions options = new CascadeOptions();
    private final Clock clock;
    private @Nullable CamelContext camelContext;
    private volatile CascadeOptions.@Nullable Settings settings;

    public Cascade() {
        this(Clock.systemUTC());
    }

    Cascade(Clock clock) {
        this.clock = clock;
    }

    /** The body becomes what the entry adds to its window. */
    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        CascadeOptions.Settings current = settings();
        Admission admission = new Admission(current.maxAhead(), clock);
        LiquidationEntry entry = new LiquidationReader(current.symbol(), admission).readOne(exchange.getMessage());
        LiquidationEvent event = entry.event();
        CascadeState added = CascadeState.of(
                current.duplicateKey() ? entry.contentKey() : entry.identity(),
                event.liquidatedPosition(),
                MicroUsd.of(event.notionalValue()));
        long start = current.rules().windowStart(event.timestamp());
        exchange.setProperty(START, start);
        exchange.setProperty(
                WINDOW, current.symbol() + ":" + current.rules().window().toMillis() + ":" + start);
        exchange.getMessage().setBody(added.toText());
    }

    /** The window with one entry more. It keeps nothing else of its entries. */
    @Override
    public Exchange aggregate(@Nullable Exchange window, Exchange entry) {
        CascadeState added = state(entry);
        CascadeState all = window == null ? added : state(window).and(added);
        long start = entry.getProperty(START, Long.class);
        long wait = settings().rules().wait(start, all, clock.millis());
        // the aggregator looks at the entry's exchange now, and at the window's after a restart
        entry.setProperty(WAIT, wait);
        Exchange result = window == null ? entry : window;
        result.setProperty(ExchangePropertyKey.AGGREGATED_TIMEOUT, wait);
        result.getMessage().removeHeaders("*");
        result.getMessage().setBody(all.toText());
        return result;
    }

    /** The body becomes the alert. */
    @Override
    public void onCompletion(Exchange window) {
        CascadeOptions.Settings current = settings();
        CascadeState state = state(window);
        window.setProperty(REACHED, current.rules().reached(state));
        window.getMessage()
                .setBody(
                        CascadeAlert.of(current.symbol(), window.getProperty(START, Long.class), current.rules(), state)
                                .toJson());
    }

    private static CascadeState state(Exchange exchange) {
        return CascadeState.parse(exchange.getMessage().getBody(String.class));
    }

    @Override
    protected void doStart() {
        CamelContext context = camelContext;
        if (context == null) {
            throw new IllegalStateException("The cascades of " + options.getSymbol() + " have no Camel context");
        }
        settings = options.settings(context);
    }

    private CascadeOptions.Settings settings() {
        CascadeOptions.Settings current = settings;
        if (current == null) {
            throw new IllegalStateException("The cascades of " + options.getSymbol() + " are not started");
        }
        return current;
    }

    /** The options, for a template to set: {@code options.symbol}. */
    public CascadeOptions getOptions() {
        return options;
    }

    @Override
    public @Nullable CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }
}
