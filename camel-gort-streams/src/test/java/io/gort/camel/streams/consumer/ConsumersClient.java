package io.gort.camel.streams.consumer;

import io.gort.camel.streams.entry.AddEntry;
import io.gort.camel.streams.entry.AddOutcome;
import io.gort.camel.streams.entry.EntryId;
import io.gort.camel.streams.entry.GroupStart;
import io.gort.camel.streams.entry.PendingSummary;
import io.gort.camel.streams.entry.Replay;
import io.gort.camel.streams.entry.StreamEntry;
import io.gort.camel.streams.entry.Trim;
import io.gort.camel.streams.redis.ServerScript;
import io.gort.camel.streams.redis.StreamClient;
import java.util.Collection;
import java.util.List;

/** A client of which only that is asked what a consumer needs: nothing is added, looked through or administered. */
abstract class ConsumersClient implements StreamClient {

    @Override
    public Replay replay(StreamEntry letter, boolean really) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long delete(String streamKey, Collection<EntryId> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public EntryId add(AddEntry entry) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<AddOutcome> addAll(List<AddEntry> entries) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long length(String streamKey) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StreamEntry> range(String streamKey, EntryId from, EntryId to, int count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StreamEntry> reverseRange(String streamKey, EntryId from, EntryId to, int count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long trim(String streamKey, Trim trim) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean createGroupOnly(String streamKey, String group, GroupStart start) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean destroyGroup(String streamKey, String group) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void rewindGroup(String streamKey, String group, GroupStart start) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PendingSummary pendingSummary(String streamKey, String group) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> evaluate(ServerScript script, List<String> scriptKeys, List<String> arguments) {
        throw new UnsupportedOperationException();
    }
}
