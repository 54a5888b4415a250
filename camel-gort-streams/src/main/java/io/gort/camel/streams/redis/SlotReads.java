package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.ServerAddress;
import io.gort.camel.streams.entry.StreamKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A request parted into reads that a node can do: each of streams of one slot, at the master that holds it.
 *
 * @param byMaster the reads by master
 * @param waits    whether it is a single read, which may wait on the server
 */
record SlotReads(Map<ServerAddress, List<Part>> byMaster, boolean waits) {

    /**
     * A read of streams of one slot.
     *
     * @param waits whether it may wait on the server
     */
    record Part(List<String> streamKeys, RedisCommand command, boolean waits) {

        int slot() {
            return StreamKeys.slot(streamKeys.get(0));
        }
    }

    /** Says which master holds a slot. */
    @FunctionalInterface
    interface Holders {
        ServerAddress master(int slot);
    }

    /**
     * Parts a request.
     *
     * @param apart slots whose streams must be read one by one, as some of them have been moved already
     * @param block how long a single read may wait
     */
    static SlotReads of(ReadRequest request, Holders holders, Set<Integer> apart, Duration block) {
        Collection<List<String>> parts = parts(request.streamKeys(), apart);
        boolean waits = parts.size() == 1 && apart.isEmpty();
        Map<ServerAddress, List<Part>> byMaster = new LinkedHashMap<>();
        for (List<String> streamKeys : parts) {
            RedisCommand command = request.command().apply(streamKeys, waits ? block : Duration.ZERO);
            Part part = new Part(streamKeys, command, waits && !block.isZero());
            byMaster.computeIfAbsent(holders.master(part.slot()), node -> new ArrayList<>())
                    .add(part);
        }
        return new SlotReads(byMaster, waits);
    }

    private static Collection<List<String>> parts(Collection<String> streamKeys, Set<Integer> apart) {
        Map<Object, List<String>> parts = new LinkedHashMap<>();
        for (String streamKey : streamKeys) {
            int itsSlot = StreamKeys.slot(streamKey);
            Object part = apart.contains(itsSlot) ? streamKey : itsSlot;
            parts.computeIfAbsent(part, key -> new ArrayList<>()).add(streamKey);
        }
        return parts.values();
    }
}
