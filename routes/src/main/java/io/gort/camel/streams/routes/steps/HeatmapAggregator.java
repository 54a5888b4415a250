package io.gort.camel.streams.routes.steps;

import io.gort.camel.streams.redis.StreamClient;
import io.gort.camel.streams.routes.heatmap.store.Admission;
import io.gort.camel.streams.routes.heatmap.store.Applied;
import io.gort.camel.streams.routes.heatmap.store.HeatmapPublisher;
import io.gort.camel.streams.routes.heatmap.store.HeatmapStore;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the liquidations of one symbol into the heatmap state in Redis, and publishes the heatmaps that changed. The
 * body is the fields of an entry as the consumer gives them, or a batch of entries, which is counted in one step on the
 * server. When the step is done the state is stored, so that what it has not refused may be acknowledged. Entries may
 * come in any order, several at once and more than once.
 */
public final class HeatmapAggregator extends ServiceSupport implements Processor, CamelContextAware {

    private static final Logger LOG = LoggerFactory.getLogger(HeatmapAggregator.class);

    private final AggregatorOptions options = new AggregatorOptions();
    private final LongAdder counted = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder late = new LongAdder();
    private final AtomicBoolean hasWarned = new AtomicBoolean();
    private @Nullable CamelContext camelContext;
    private volatile @Nullable Running running;

    /** What is there from start to stop. */
    private record Running(
            TakenClient client,
            HeatmapStore store,
            LiquidationReader reader,
            PublisherLoop publisher,
            ProducerTemplate template,
            ScheduledExecutorService timer) {}

    @Override
    public void process(Exchange exchange) throws Exception {
        Running now = running();
        Applied applied = now.store().apply(now.reader().read(exchange));
        counted.add(applied.counted());
        duplicates.add(applied.duplicates());
        if (applied.late() > 0) {
            if (!hasWarned.getAndSet(true)) {
                LOG.warn(
                        "Entries of {} come later than they can be counted; their number is in the fields late:… of {}",
                        options.getSymbol(),
                        now.store().head());
            }
            late.add(applied.late());
        }
    }

    @Override
    protected void doStart() {
        CamelContext context = camelContext();
        AggregatorOptions.Settings settings = options.settings(context);
        LiquidationReader reader =
                new LiquidationReader(options.getSymbol(), new Admission(settings.maxAhead(), Clock.systemUTC()));
        TakenClient taken = TakenClient.of(context);
        StreamClient client = taken.client();
        HeatmapStore store = new HeatmapStore(client, settings.heatmaps());
        ProducerTemplate template = context.createProducerTemplate();
        PublisherLoop loop = new PublisherLoop(
                options.getSymbol(),
                new HeatmapPublisher(
                        client,
                        store,
                        settings.heatmaps(),
                        UUID.randomUUID().toString(),
                        heatmap -> settings.targets().forEach(target -> template.sendBody(target, heatmap))));
        ScheduledExecutorService timer = context.getExecutorServiceManager()
                .newSingleThreadScheduledExecutor(this, "gort-streams-heatmaps[" + options.getSymbol() + "]");
        long every = settings.refresh().toMillis();
        running = new Running(taken, store, reader, loop, template, timer);
        Future<?> unused = timer.scheduleWithFixedDelay(loop::turn, every, every, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void doStop() throws Exception {
        Running stopping = running;
        running = null;
        if (stopping == null) {
            return;
        }
        camelContext().getExecutorServiceManager().shutdownGraceful(stopping.timer());
        stopping.publisher().last();
        stopping.template().stop();
        stopping.client().close();
    }

    /** How often an entry was counted in an interval. */
    public long getCounted() {
        return counted.sum();
    }

    /** How often an entry came that was counted already. */
    public long getDuplicates() {
        return duplicates.sum();
    }

    /** How often an entry came too late to be counted in an interval. */
    public long getLate() {
        return late.sum();
    }

    /** The options, for a template to set: {@code options.symbol}. */
    public AggregatorOptions getOptions() {
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

    private CamelContext camelContext() {
        CamelContext context = camelContext;
        if (context == null) {
            throw new IllegalStateException("The heatmap aggregator has no Camel context");
        }
        return context;
    }

    private Running running() {
        Running current = running;
        if (current == null) {
            throw new IllegalStateException("The heatmap aggregator of " + options.getSymbol() + " is not started");
        }
        return current;
    }
}
