package io.gort.camel.streams.examples.heatmap.http;

/** A request that gets a reason instead of an answer. */
final class RefusedRequestException extends RuntimeException {

    private final int status;

    RefusedRequestException(int status, String reason) {
        super(reason);
        this.status = status;
    }

    int status() {
        return status;
    }
}
