package io.gort.camel.streams.karaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings what features files name as {@code mvn:} into a container's own repository, which is the only one it asks. */
final class MavenFiles {

    private static final Pattern URL =
            Pattern.compile("mvn:([\\w.-]+)/([\\w.-]+)/([\\w.-]+)(?:/([\\w.-]+))?(?:/([\\w.-]+))?");

    private final Path localRepository;
    private final Map<String, Path> justBuilt;

    /**
     * Where files come from.
     *
     * @param localRepository Maven's
     * @param justBuilt       the files of this build that are in no repository, by name
     */
    MavenFiles(Path localRepository, Map<String, Path> justBuilt) {
        this.localRepository = localRepository;
        this.justBuilt = justBuilt;
    }

    /** Copies all that a features file names. */
    void bringTo(Path repository, Path featuresFile) throws IOException {
        for (Path file : named(Files.readString(featuresFile))) {
            String name = file.getFileName().toString();
            Path source = justBuilt.getOrDefault(name, localRepository.resolve(file));
            Path target = repository.resolve(file);
            Files.createDirectories(target.getParent());
            Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> named(String features) {
        List<Path> files = new ArrayList<>();
        Matcher url = URL.matcher(features);
        while (url.find()) {
            String type = url.group(4) == null ? "jar" : url.group(4);
            String classifier = url.group(5) == null ? "" : "-" + url.group(5);
            files.add(Path.of(url.group(1).replace('.', '/'), url.group(2), url.group(3))
                    .resolve(url.group(2) + "-" + url.group(3) + classifier + "." + type));
        }
        return files;
    }
}
