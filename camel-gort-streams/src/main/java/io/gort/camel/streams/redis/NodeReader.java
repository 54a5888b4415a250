package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.ServerAddress;
import io.gort.camel.streams.entry.UnreadCheck;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A reader's connection to one node of a cluster. What it sends goes out in one write. One thread only, but for the
 * end.
 */
final class NodeReader {

    private final ServerAddress node;
    private final ServerLink link;
    private @Nullable AcknowledgementsInFlight acknowledgements;
    private @Nullable UnreadChecksInFlight checks;
    private List<SlotReads.Part> reads = List.of();
    private boolean checkIsKnown;

    NodeReader(ServerAddress node, ServerLink link) {
        this.node = node;
        this.link = link;
    }

    ServerAddress node() {
        return node;
    }

    /**
     * Sends what goes ahead of reads, as far as it concerns this node. Nothing is received before the reads are sent.
     *
     * @param here   which streams are at this node
     * @param answer how long the node may take for all
     */
    void sendAhead(ReadRequest.Ahead ahead, Predicate<String> here, Duration answer) {
        link.answerWithin(answer);
        Map<String, UnreadCheck.Look> looked = new HashMap<>(ahead.check().streams());
        looked.keySet().removeIf(here.negate());
        acknowledgements = new AcknowledgementsInFlight(ahead.due(), here);
        checks = new UnreadChecksInFlight(ahead.check(), looked, ahead.due().group(), ahead.count(), checkIsKnown);
        acknowledgements.send(link);
        checks.send(link);
    }

    void send(List<SlotReads.Part> some) {
        reads = some;
        reads.forEach(read -> link.send(read.command()));
    }

    /** Receives the answers to all that was sent. */
    void receive(ReadTurn turn) {
        if (acknowledgements != null && checks != null) {
            acknowledgements.receive(link);
            checkIsKnown = checks.receive(link, checkIsKnown);
            acknowledgements = null;
            checks = null;
        }
        for (SlotReads.Part read : reads) {
            try {
                turn.brought(link.receive(read.command(), Replies::entriesOfStreams));
            } catch (RedisStreamException e) {
                turn.failed(node, read, e);
                if (link.isLost()) {
                    return;
                }
            }
        }
    }

    /** Whether all that was sent was answered, and nothing speaks for a new connection. */
    boolean isUsable() {
        return link.isReusable();
    }

    /** From any thread. */
    void drop() {
        link.drop();
    }
}
