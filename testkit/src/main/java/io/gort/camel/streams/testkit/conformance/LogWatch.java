package io.gort.camel.streams.testkit.conformance;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What the component logs, from the beginning of the watch on. */
public final class LogWatch implements AutoCloseable {

    private final Logger logger = (Logger) LoggerFactory.getLogger("io.gort.camel.streams.consumer");
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    /** Begins the watch. */
    public LogWatch() {
        appender.start();
        logger.addAppender(appender);
    }

    /** The warnings and errors. */
    public List<String> warnings() {
        return List.copyOf(appender.list).stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    /** All lines. */
    public List<String> lines() {
        return List.copyOf(appender.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
    }
}
