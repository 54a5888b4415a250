package io.gort.camel.streams.testkit.conformance;

import java.util.Map;
import java.util.stream.Collectors;

/** What a server calls itself. */
final class ServerName {

    private ServerName() {}

    /**
     * Kind and version, such as {@code Redis 7.0.15}.
     *
     * @param info what {@code INFO server} answers
     */
    static String of(String info) {
        Map<String, String> lines = info.lines()
                .filter(line -> line.contains(":"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(':')), line -> line.substring(line.indexOf(':') + 1)));
        String valkey = lines.get("valkey_version");
        return valkey == null ? "Redis " + lines.get("redis_version") : "Valkey " + valkey;
    }
}
