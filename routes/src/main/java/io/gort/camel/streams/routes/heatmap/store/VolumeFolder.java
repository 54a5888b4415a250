package io.gort.camel.streams.routes.heatmap.store;

import io.gort.camel.streams.redis.ServerScript;
import io.gort.camel.streams.redis.StreamClient;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds up the lines of buckets that have become long. What they hold stays the same, whatever is appended meanwhile and
 * whoever else folds them, so that it does not matter where a folder is interrupted.
 */
final class VolumeFolder {

    private static final ServerScript READ = ServerScript.nextTo(VolumeFolder.class, "read");
    private static final ServerScript FOLD = ServerScript.nextTo(VolumeFolder.class, "fold");

    private final StreamClient client;
    private final String head;

    /** @param head the key of the symbol's clock, price and version */
    VolumeFolder(StreamClient client, String head) {
        this.client = client;
        this.head = head;
    }

    /** Folds what stands at some keys. */
    void fold(List<String> volumes) {
        List<String> keys = new ArrayList<>();
        keys.add(head);
        keys.addAll(volumes);
        List<String> texts = StateReply.buckets(client.evaluate(READ, keys, List.of()));
        if (texts.isEmpty()) {
            return;
        }
        List<String> arguments = new ArrayList<>();
        for (String text : texts) {
            arguments.add(text);
            arguments.add(VolumeLines.folded(text));
        }
        client.evaluate(FOLD, volumes, arguments);
    }
}
