package io.gort.camel.streams.consumer;

import io.gort.camel.streams.redis.NoSuchGroupException;
import io.gort.camel.streams.redis.PermissionDeniedException;
import io.gort.camel.streams.redis.RedisStreamException;
import io.gort.camel.streams.redis.WrongTypeException;
import java.util.List;

/** Sets streams aside that give trouble of their own, and finds the one that an error is about. */
final class StreamByStream {

    private final StreamSet streams;

    /** Reads one stream, without waiting. */
    @FunctionalInterface
    interface Probe {
        void read(String streamKey) throws InterruptedException;
    }

    StreamByStream(StreamSet streams) {
        this.streams = streams;
    }

    /** Does something about a stream; false if the stream was set aside instead. */
    boolean settingAside(String streamKey, Runnable action) {
        try {
            action.run();
            return true;
        } catch (WrongTypeException | PermissionDeniedException e) {
            streams.setAside(streamKey, e);
            return false;
        }
    }

    /**
     * Reads streams one by one after an error that does not say which of them it is about, and sets aside those that
     * cannot be read.
     *
     * @throws RedisStreamException the error, if each of them can
     */
    void findTheBadOne(List<String> streamKeys, RedisStreamException error, Probe probe) throws InterruptedException {
        boolean found = false;
        for (String streamKey : streamKeys) {
            try {
                probe.read(streamKey);
            } catch (WrongTypeException | PermissionDeniedException | NoSuchGroupException e) {
                streams.setAside(streamKey, e);
                found = true;
            }
        }
        if (!found) {
            throw error;
        }
    }
}
