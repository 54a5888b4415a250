package io.gort.camel.streams.entry;

import java.time.Duration;

/**
 * What the server tells about a member of a group.
 *
 * @param name    its name
 * @param pending the number of its pending entries
 * @param idle    the time since it last asked for entries or claimed some
 */
public record MemberInfo(String name, long pending, Duration idle) {}
