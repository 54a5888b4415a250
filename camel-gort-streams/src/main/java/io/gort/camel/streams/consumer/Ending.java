package io.gort.camel.streams.consumer;

/** How a delivery has ended, for those that wait for it. */
enum Ending {

    /** The entry is done or dead-lettered. */
    SETTLED,

    /** The entry stays pending, and will be delivered again. */
    COMES_AGAIN,

    /** The entry was not begun. */
    NOT_BEGUN
}
