package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.ServerAddress;
import io.gort.camel.streams.entry.StreamEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking each node once: entries, and what went wrong. A slot on its way to another node is no trouble: it
 * is asked for there now, or found there in the next turn.
 */
final class ReadTurn {

    private final ClusterNodes nodes;
    private final Set<Integer> apart;
    private final List<StreamEntry> entries = new ArrayList<>();
    private @Nullable RedisStreamException trouble;
    private int most;

    /**
     * @param apart takes the slots whose streams must be read one by one from now on
     */
    ReadTurn(ClusterNodes nodes, Set<Integer> apart) {
        this.nodes = nodes;
        this.apart = apart;
    }

    void brought(List<StreamEntry> some) {
        entries.addAll(some);
        most = Math.max(most, some.size());
    }

    void failed(ServerAddress node, SlotReads.Part read, RedisStreamException cause) {
        if (cause instanceof RedirectedException redirection) {
            elsewhere(node, read, redirection);
        } else if (RedisErrors.isTryAgain(cause)) {
            apart.add(read.slot());
        } else if (!RedisErrors.isStreamGone(cause)) { // gone to another node, or for good: the next turn will tell
            failed(node, cause);
        }
    }

    /** Notes a trouble with a node; the first one is told. */
    void failed(ServerAddress node, RedisStreamException cause) {
        if (ClusterNodes.mayBeOutdated(cause)) {
            nodes.outdate(node);
        }
        if (trouble == null) {
            trouble = cause;
        }
    }

    List<StreamEntry> entries() {
        return entries;
    }

    /** How many entries the fullest answer had. */
    int most() {
        return most;
    }

    /** What went wrong; null if nothing did. */
    @Nullable
    RedisStreamException trouble() {
        return trouble;
    }

    private void elsewhere(ServerAddress node, SlotReads.Part read, RedirectedException redirection) {
        ServerAddress target = redirection.target(node);
        if (!redirection.onlyNow()) {
            nodes.outdate(node);
            return;
        }
        if (read.waits()) {
            apart.add(read.slot()); // the part that is read next does not wait, so it can be asked for there
            return;
        }
        try {
            brought(nodes.server(target).callAsking(read.command(), Replies::entriesOfStreams));
        } catch (RedirectedException e) {
            nodes.outdate(target); // it has arrived or was sent back meanwhile
        } catch (RedisStreamException e) {
            failed(target, e);
        }
    }
}
