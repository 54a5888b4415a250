package io.gort.camel.streams.examples.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.Response;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisDataException;

/** Creates consumer groups over one connection, all commands sent at once. */
final class GroupCreator {

    private final RedisClient client;

    GroupCreator(RedisClient client) {
        this.client = client;
    }

    /**
     * What became of the planned groups.
     *
     * @param created      how many did not exist before
     * @param alreadyThere how many did
     * @param refused      why, by stream key, the others could not be created
     */
    record Result(int created, int alreadyThere, Map<String, String> refused) {}

    /** Creates each group at {@code $}, and its stream where there is none. No entry is added anywhere. */
    Result create(List<PlannedGroup> plan) {
        List<Response<String>> answers = new ArrayList<>();
        try (Pipeline pipeline = client.pipelined()) {
            for (PlannedGroup planned : plan) {
                answers.add(pipeline.xgroupCreate(
                        planned.streamKey(), planned.group(), StreamEntryID.XGROUP_LAST_ENTRY, true));
            }
            pipeline.sync();
        }
        return count(plan, answers);
    }

    private static Result count(List<PlannedGroup> plan, List<Response<String>> answers) {
        int created = 0;
        int alreadyThere = 0;
        Map<String, String> refused = new LinkedHashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            try {
                answers.get(i).get();
                created++;
            } catch (JedisDataException e) {
                String message = String.valueOf(e.getMessage());
                if (message.startsWith("BUSYGROUP")) {
                    alreadyThere++;
                } else {
                    refused.put(plan.get(i).streamKey(), message);
                }
            }
        }
        return new Result(created, alreadyThere, refused);
    }
}
