package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.ServerAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which master of a cluster holds which slots, as a node has told it.
 *
 * @param ranges  the slots by the first of each range
 * @param masters all masters that hold slots
 * @param nodes   all nodes, replicas included
 */
record SlotMap(TreeMap<Integer, Range> ranges, Set<ServerAddress> masters, Set<ServerAddress> nodes) {

    /** Before any node was asked. */
    static final SlotMap NONE = new SlotMap(new TreeMap<>(), Set.of(), Set.of());

    /** Slots up to one, and who holds them. */
    record Range(int last, ServerAddress master) {}

    /**
     * Reads the answer to {@code CLUSTER SLOTS}.
     *
     * @param asked the node that gave it; where it tells no host it means its own
     */
    static SlotMap of(ServerAddress asked, @Nullable Object reply) {
        TreeMap<Integer, Range> ranges = new TreeMap<>();
        Set<ServerAddress> masters = new LinkedHashSet<>();
        Set<ServerAddress> nodes = new LinkedHashSet<>();
        for (Object element : Replies.list(reply)) {
            List<?> range = Replies.list(element);
            List<ServerAddress> holders = new ArrayList<>();
            for (Object holder : range.subList(2, range.size())) {
                holders.add(address(asked, Replies.list(holder)));
            }
            int first = (int) Replies.number(range.get(0));
            ranges.put(first, new Range((int) Replies.number(range.get(1)), holders.get(0)));
            masters.add(holders.get(0));
            nodes.addAll(holders);
        }
        return new SlotMap(ranges, masters, nodes);
    }

    /** The master that holds a slot; null if none does. */
    @Nullable
    ServerAddress master(int slot) {
        Map.Entry<Integer, Range> range = ranges.floorEntry(slot);
        return range == null || range.getValue().last() < slot
                ? null
                : range.getValue().master();
    }

    private static ServerAddress address(ServerAddress asked, List<?> holder) {
        String host = holder.get(0) == null ? "" : Replies.text(holder.get(0));
        return new ServerAddress(
                host.isEmpty() || host.equals("?") ? asked.host() : host, (int) Replies.number(holder.get(1)));
    }
}
