package io.gort.camel.streams.redis;

import io.gort.camel.streams.entry.Acknowledgements;
import io.gort.camel.streams.entry.EntryId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import redis.clients.jedis.Protocol.Command;

/** Acknowledgements that travel ahead of a read. */
final class AcknowledgementsInFlight {

    private static final int IDS_PER_COMMAND = 1000;

    private final Acknowledgements due;
    private final Map<String, List<RedisCommand>> commands = new LinkedHashMap<>();

    AcknowledgementsInFlight(Acknowledgements due) {
        this(due, streamKey -> true);
    }

    /**
     * @param which of which streams
     */
    AcknowledgementsInFlight(Acknowledgements due, Predicate<String> which) {
        this.due = due;
        due.idsByStream().forEach((streamKey, ids) -> {
            if (which.test(streamKey)) {
                commands.put(streamKey, commands(streamKey, ids));
            }
        });
    }

    void send(ServerLink link) {
        commands.values().forEach(ofStream -> ofStream.forEach(link::send));
    }

    /**
     * Reads the replies and confirms, stream by stream, what the server has done. What it refused stays unconfirmed and
     * is told: an error must not keep back the entries that the read has brought.
     */
    void receive(ServerLink link) {
        commands.forEach((streamKey, ofStream) -> {
            boolean done = true;
            for (RedisCommand command : ofStream) {
                done &= isAcknowledged(link, streamKey, command);
            }
            if (done) {
                due.confirm(streamKey);
            }
        });
    }

    private boolean isAcknowledged(ServerLink link, String streamKey, RedisCommand command) {
        try {
            link.receive(command, Replies::number);
            return true;
        } catch (RedisStreamException e) {
            if (link.isLost()) {
                throw e;
            }
            due.refuse(streamKey, e);
            return false;
        }
    }

    private List<RedisCommand> commands(String streamKey, List<EntryId> ids) {
        List<RedisCommand> chunks = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += IDS_PER_COMMAND) {
            List<EntryId> chunk = ids.subList(from, Math.min(ids.size(), from + IDS_PER_COMMAND));
            chunks.add(RedisCommand.onKey(Command.XACK, streamKey)
                    .text(due.group())
                    .ids(chunk));
        }
        return chunks;
    }
}
