package io.gort.camel.streams.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.TransactedPolicy;
import org.junit.jupiter.api.Test;

/** What the ways in which a route deals with its errors mean for the acknowledgement of its entry. */
class RouteErrorsIT extends OneEntryRoutes {

    @Test
    void onExceptionThatDoesNotHandleLeavesPending() throws Exception {
        leavesPending(routes -> {
            routes.onException(IllegalStateException.class).to("mock:told");
            routes.from(entries()).throwException(NO_LUCK);
        });
    }

    @Test
    void onExceptionThatContinuesAcknowledges() throws Exception {
        acknowledges(routes -> {
            routes.onException(IllegalStateException.class).continued(true);
            routes.from(entries()).throwException(NO_LUCK).to("mock:after");
        });
    }

    @Test
    void onExceptionThatHandlesAndFailsItselfLeavesPending() throws Exception {
        leavesPending(routes -> {
            routes.onException(IllegalStateException.class)
                    .handled(true)
                    .throwException(new IllegalArgumentException("nor here"));
            routes.from(entries()).throwException(NO_LUCK);
        });
    }

    @Test
    void deadLetterChannelAcknowledges() throws Exception {
        acknowledges(routes -> {
            routes.errorHandler(routes.deadLetterChannel("mock:letters"));
            routes.from(entries()).throwException(NO_LUCK);
        });
    }

    @Test
    void doCatchThatThrowsAgainLeavesPending() throws Exception {
        leavesPending(routes -> routes.from(entries())
                .doTry()
                .throwException(NO_LUCK)
                .doCatch(IllegalStateException.class)
                .throwException(new IllegalArgumentException("nor here"))
                .end());
    }

    @Test
    void doFinallyAloneLeavesPending() throws Exception {
        leavesPending(routes -> routes.from(entries())
                .doTry()
                .throwException(NO_LUCK)
                .doFinally()
                .to("mock:finally")
                .end());
    }

    @Test
    void rollbackLeavesPending() throws Exception {
        leavesPending(routes -> routes.from(entries()).rollback("not now"));
    }

    @Test
    void transactionThatIsCommittedAcknowledges() throws Exception {
        Transactions transactions = new Transactions();
        acknowledges(routes -> {
            routes.bindToRegistry("transactions", transactions);
            routes.from(entries()).transacted().to("mock:handled");
        });
        assertThat(transactions.told).containsExactly("begin", "commit");
    }

    @Test
    void transactionThatIsRolledBackLeavesPending() throws Exception {
        Transactions transactions = new Transactions();
        leavesPending(routes -> {
            routes.bindToRegistry("transactions", transactions);
            routes.from(entries()).transacted().throwException(NO_LUCK);
        });
        assertThat(transactions.told).containsExactly("begin", "rollback");
    }

    @Test
    void transactionThatTheRouteMarksForRollbackLeavesPending() throws Exception {
        Transactions transactions = new Transactions();
        leavesPending(routes -> {
            routes.bindToRegistry("transactions", transactions);
            routes.from(entries()).transacted().markRollbackOnly();
        });
        assertThat(transactions.told).containsExactly("begin", "rollback");
    }

    @Test
    void redeliveryOfTheErrorHandlerIsOneDelivery() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        try (CamelContext context = running(routes -> {
            routes.errorHandler(routes.defaultErrorHandler()
                    .maximumRedeliveries(3)
                    .redeliveryDelay(20)
                    .asyncDelayedRedelivery());
            routes.from(entries()).process(exchange -> {
                if (tries.incrementAndGet() < 3) {
                    throw NO_LUCK;
                }
            });
        })) {
            add();

            eventually.passes(
                    () -> assertThat(Consumers.first(context).getAcknowledged()).isEqualTo(1));
            assertThat(tries).hasValue(3);
            assertThat(Consumers.first(context).getDelivered()).isEqualTo(1);
            assertThat(Consumers.first(context).getFailed()).isZero();
        }
    }

    @Test
    void redeliveryOfTheErrorHandlerThatIsExhaustedLeavesPending() throws Exception {
        leavesPending(routes -> {
            routes.errorHandler(
                    routes.defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(20));
            routes.from(entries()).throwException(NO_LUCK);
        });
    }

    @Test
    void onCompletionThatFailsAcknowledges() throws Exception {
        acknowledges(routes -> routes.from(entries())
                .onCompletion()
                .throwException(NO_LUCK)
                .end()
                .to("mock:handled"));
    }

    /** Does with a transaction what Spring's policy does, and notes it instead of asking a database. */
    private static final class Transactions implements TransactedPolicy {

        private final List<String> told = new CopyOnWriteArrayList<>();

        @Override
        public void beforeWrap(Route route, NamedNode definition) {}

        @Override
        public Processor wrap(Route route, Processor processor) {
            return exchange -> {
                told.add("begin");
                exchange.getUnitOfWork().beginTransactedBy(this);
                try {
                    processor.process(exchange);
                } finally {
                    exchange.getUnitOfWork().endTransactedBy(this);
                    told.add(exchange.isFailed() || exchange.isRollbackOnly() ? "rollback" : "commit");
                }
            };
        }
    }
}
