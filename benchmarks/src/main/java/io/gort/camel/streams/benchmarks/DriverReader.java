package io.gort.camel.streams.benchmarks;

import java.util.List;
import java.util.Map;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamEntry;

/** Reads a stream in a group as one does with the bare driver. */
record DriverReader(RedisClient redis, String streamKey, String group) {

    private static final String CONSUMER = "driver";

    static DriverReader inNewGroup(RedisClient redis, String streamKey, String group) {
        redis.xgroupCreate(streamKey, group, new StreamEntryID("0-0"), false);
        return new DriverReader(redis, streamKey, group);
    }

    /** The next batch; there must be one. */
    List<StreamEntry> next() {
        return redis.xreadGroup(
                        group,
                        CONSUMER,
                        XReadGroupParams.xReadGroupParams().count(Entries.BATCH),
                        Map.of(streamKey, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY))
                .get(0)
                .getValue();
    }

    void acknowledge(List<StreamEntry> batch) {
        redis.xack(streamKey, group, batch.stream().map(StreamEntry::getID).toArray(StreamEntryID[]::new));
    }
}
