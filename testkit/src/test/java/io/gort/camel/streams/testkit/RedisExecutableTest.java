package io.gort.camel.streams.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisExecutableTest {

    @Test
    void takesTheFirstExecutableOnThePath(@TempDir Path folder) throws Exception {
        Path plain = Files.createDirectory(folder.resolve("plain"));
        Path first = Files.createDirectory(folder.resolve("first"));
        Files.createFile(plain.resolve("redis-server"));
        Path expected = Files.createFile(first.resolve("redis-server"));
        assertThat(expected.toFile().setExecutable(true)).isTrue();

        assertThat(RedisExecutable.inFolders(plain + File.pathSeparator + first))
                .contains(expected);
    }

    @Test
    void findsNoneWithoutAPath() {
        assertThat(RedisExecutable.inFolders(null)).isEmpty();
        assertThat(RedisExecutable.inFolders("")).isEmpty();
    }
}
