package io.gort.camel.streams.routes.heatmap.store;

import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.trade.LiquidationEvent;
import java.util.Map;

/**
 * A liquidation and the entry that carried it.
 *
 * @param streamKey the stream that it stands on
 * @param id        its id there
 * @param event     what it says
 */
public record LiquidationEntry(String streamKey, EntryId id, LiquidationEvent event) {

    private static final String REPLAY_OF = "replay_of";

    /**
     * The entry under the id that it had at first: a replay adds an entry again that may have been counted already.
     *
     * @param fields the entry's fields
     */
    public static LiquidationEntry of(
            String streamKey, EntryId id, Map<String, String> fields, LiquidationEvent event) {
        String original = fields.get(REPLAY_OF);
        return new LiquidationEntry(streamKey, original == null ? id : EntryId.parse(original), event);
    }

    /** What is the same for two deliveries of this entry and for no other entry. */
    public String identity() {
        return streamKey + "/" + id;
    }

    /** What is the same for two entries that tell the same liquidation. */
    public String contentKey() {
        return String.join(
                "|",
                event.exchange(),
                event.symbol(),
                Long.toString(event.timestamp()),
                event.side().wireName(),
                event.price().toPlainString(),
                event.quantity().toPlainString());
    }
}
