package io.gort.camel.streams.testkit.conformance;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.opentest4j.TestAbortedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the report how each case ended. */
final class CaseReporting implements BeforeTestExecutionCallback, AfterTestExecutionCallback {

    private static final Namespace OURS = Namespace.create(CaseReporting.class);
    private static final Logger LOG = LoggerFactory.getLogger(CaseReporting.class);

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        context.getStore(OURS).put("began", System.nanoTime());
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Case numbered = context.getRequiredTestMethod().getAnnotation(Case.class);
        if (numbered == null
                || context.getExecutionException()
                        .filter(TestAbortedException.class::isInstance)
                        .isPresent()) {
            return; // no case, or one that the server cannot show
        }
        ConformanceSuite suite = (ConformanceSuite) context.getRequiredTestInstance();
        CaseResult result = CaseResult.of(
                numbered.value(),
                CaseResult.title(context.getRequiredTestMethod().getName()),
                context.getExecutionException().isEmpty(),
                suite.books().total(),
                secondsSince(context.getStore(OURS).get("began", Long.class)),
                suite.serverName());
        ConformanceReport.OF_THIS_JVM.add(result);
        LOG.info("{}", result);
    }

    private static double secondsSince(long began) {
        return Math.round((System.nanoTime() - began) / 10_000_000.0) / 100.0;
    }
}
