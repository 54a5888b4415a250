package io.gort.camel.streams.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Entries that are due to be acknowledged in one group, and which of them have been. One thread deals with them. */
public final class Acknowledgements {

    private final String group;
    private final Map<String, List<EntryId>> idsByStream;
    private final Map<String, List<EntryId>> unconfirmed;
    private final BiConsumer<String, List<EntryId>> whenDone;
    private final BiConsumer<String, RuntimeException> whenRefused;

    /** As the other one, with nobody to tell of refusals. */
    public Acknowledgements(
            String group, Map<String, List<EntryId>> idsByStream, BiConsumer<String, List<EntryId>> whenDone) {
        this(group, idsByStream, whenDone, (streamKey, reason) -> {});
    }

    /**
     * Names what is due.
     *
     * @param idsByStream the entries by stream key, no empty list
     * @param whenDone    called per stream key once the server has acknowledged its ids
     * @param whenRefused called per stream key if the server answers with an error instead
     */
    public Acknowledgements(
            String group,
            Map<String, List<EntryId>> idsByStream,
            BiConsumer<String, List<EntryId>> whenDone,
            BiConsumer<String, RuntimeException> whenRefused) {
        this.group = group;
        this.idsByStream = Map.copyOf(idsByStream);
        this.unconfirmed = new HashMap<>(idsByStream);
        this.whenDone = whenDone;
        this.whenRefused = whenRefused;
    }

    /** Nothing due in the group. */
    public static Acknowledgements none(String group) {
        return new Acknowledgements(group, Map.of(), (streamKey, ids) -> {});
    }

    public String group() {
        return group;
    }

    /** All that is or was due, by stream key. */
    public Map<String, List<EntryId>> idsByStream() {
        return idsByStream;
    }

    /** What has not been confirmed yet, by stream key. */
    public Map<String, List<EntryId>> unconfirmed() {
        return Map.copyOf(unconfirmed);
    }

    /** Tells that the server has acknowledged what was due of this stream. */
    public void confirm(String streamKey) {
        List<EntryId> ids = unconfirmed.remove(streamKey);
        if (ids != null) {
            whenDone.accept(streamKey, ids);
        }
    }

    /** Tells that the server has refused to acknowledge what was due of this stream. */
    public void refuse(String streamKey, RuntimeException reason) {
        whenRefused.accept(streamKey, reason);
    }
}
