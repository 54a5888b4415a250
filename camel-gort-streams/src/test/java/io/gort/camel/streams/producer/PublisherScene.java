package io.gort.camel.streams.producer;

import io.gort.camel.streams.entry.AddEntry;
import io.gort.camel.streams.entry.AddOutcome.NotAdded;
import io.gort.camel.streams.entry.AddOutcome.Unknown;
import io.gort.camel.streams.entry.BackOff;
import io.gort.camel.streams.entry.Trim;
import io.gort.camel.streams.redis.ConnectionLostException;
import io.gort.camel.streams.redis.NoConnectionException;
import io.gort.camel.streams.redis.ServerOutOfMemoryException;
import io.gort.camel.streams.redis.WrongTypeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A publisher whose client and threads a test has in its hands. */
abstract class PublisherScene {

    static final Unknown CUT = new Unknown(new ConnectionLostException("cut", null));
    static final NotAdded UNREACHABLE = new NotAdded(new NoConnectionException("unreachable", null));
    static final NotAdded FULL = new NotAdded(new ServerOutOfMemoryException("OOM", null));
    static final NotAdded NO_STREAM = new NotAdded(new WrongTypeException("a text", null));

    static final RetryRules RULES =
            new RetryRules(2, new BackOff(Duration.ofMillis(100), Duration.ofSeconds(5), () -> 0));

    final AddingClient client = new AddingClient();
    final HandThreads threads = new HandThreads();
    final List<String> completed = new ArrayList<>();
    Publisher publisher = publisher(256, 1_000);

    Publisher publisher(int maxPipelined, int maxQueued) {
        PublisherSettings settings = new PublisherSettings(maxPipelined, maxQueued, Duration.ofMillis(1), 2);
        return new Publisher("Publishing to here", client, settings, threads.threads());
    }

    boolean publish(String... names) {
        return publisher.publish(publication(names), () -> completed.add(String.join(" ", names)));
    }

    static Publication publication(String... names) {
        return new Publication(
                Arrays.stream(names)
                        .map(name -> entry(name.substring(0, name.indexOf('/')), name.substring(name.indexOf('/') + 1)))
                        .toList(),
                RULES);
    }

    static AddEntry entry(String streamKey, String value) {
        return new AddEntry(streamKey, Map.of("n", value), Trim.NONE);
    }
}
