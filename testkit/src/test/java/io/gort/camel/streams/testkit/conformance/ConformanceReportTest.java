package io.gort.camel.streams.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceReportTest {

    @Test
    void writesEachCaseInTheirOrder(@TempDir Path folder) throws Exception {
        ConformanceReport report = new ConformanceReport(folder.resolve("conformance"));
        Account account = new Account(Set.of("a", "b"), Map.of("a", 2), Set.of(), Set.of(), 0);

        report.add(CaseResult.of(16, "b", false, account, 1.5, "Redis 7.0.15"));
        report.add(CaseResult.of(2, "a", true, account, 0.5, "Redis 7.0.15"));

        JsonNode json = new ObjectMapper()
                .readTree(folder.resolve("conformance/report.json").toFile());
        assertThat(json).hasSize(2);
        assertThat(json.get(0).get("case").asInt()).isEqualTo(2);
        assertThat(json.get(1).properties())
                .extracting(field -> field.getKey() + "=" + field.getValue().asText())
                .containsExactly(
                        "case=16",
                        "title=b",
                        "passed=false",
                        "published=2",
                        "handled=1",
                        "deadLettered=0",
                        "pending=0",
                        "countedTrimmed=0",
                        "duplicates=1",
                        "lost=1",
                        "seconds=1.5",
                        "server=Redis 7.0.15");
        assertThat(Files.readString(folder.resolve("conformance/report.md")))
                .contains("| 16 | b | **FAILED** | 2 | 1 | 0 | 0 | 0 | 1 | 1 | 1.5 | Redis 7.0.15 |")
                .contains("2 tests, 1 failed, 2 entries lost, 2 handled again.");
    }

    @Test
    void makesASentenceOfAMethodName() {
        assertThat(CaseResult.title("fiftyConsumersOfAGroupHandleEachOf5000EntriesOnce"))
                .isEqualTo("fifty consumers of a group handle each of 5000 entries once");
    }

    @Test
    void knowsValkeyFromRedis() {
        assertThat(ServerName.of("# Server\r\nredis_version:7.0.15\r\n")).isEqualTo("Redis 7.0.15");
        assertThat(ServerName.of("redis_version:7.2.4\r\nserver_name:valkey\r\nvalkey_version:8.0.1\r\n"))
                .isEqualTo("Valkey 8.0.1");
    }
}
