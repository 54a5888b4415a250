package io.gort.camel.streams.entry;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Entries that are due to be acknowledged in one group, and who is to be told when that has happened.
 *
 * @param group       the consumer group
 * @param idsByStream the entries by stream key, no empty list
 * @param whenDone    called per stream key once the server has acknowledged these ids
 */
public record Acknowledgements(
        String group, Map<String, List<EntryId>> idsByStream, BiConsumer<String, List<EntryId>> whenDone) {

    /** Nothing due in the group. */
    public static Acknowledgements none(String group) {
        return new Acknowledgements(group, Map.of(), (streamKey, ids) -> {});
    }

    /** Tells that the server has acknowledged what was due of this stream. */
    public void confirm(String streamKey) {
        whenDone.accept(streamKey, idsByStream.getOrDefault(streamKey, List.of()));
    }
}
