package io.gort.camel.streams.karaf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The features as this build ships them, and what they find in a deployment: Camel's own. */
final class ShippedFeatures {

    private static final Map<String, String> FOLDERS = Map.of(
            "camel-gort-streams", "camel-gort-streams",
            "gort-streams-routes", "routes",
            "gort-streams-heatmap", "karaf/heatmap",
            "gort-streams-karaf", "karaf",
            "gort-streams-karaf-example", "karaf/example");

    private ShippedFeatures() {}

    /** The file with Camel's core. */
    static Path camel() {
        return path("karaf.camelFeatures");
    }

    /** The file with Camel's YAML routes. */
    static Path yaml() {
        return path("karaf.yamlFeatures");
    }

    /** Karaf itself, unpacked. */
    static Path karaf() {
        return path("karaf.home");
    }

    /** Lets a container install the features, unmodified, over those of a deployment. */
    static void bringTo(KarafServer karaf, Path... ofTheDeployment) throws IOException {
        MavenFiles files = new MavenFiles(path("karaf.localRepository"), justBuilt());
        for (Path features : ofTheDeployment) {
            bring(features, files, karaf);
        }
        bring(path("karaf.features"), files, karaf);
    }

    /** Where a bundle of this build lies. */
    static Path bundle(String artifact) {
        return path("karaf.builtFolder").resolve(FOLDERS.get(artifact)).resolve("target/" + fileName(artifact));
    }

    private static void bring(Path features, MavenFiles files, KarafServer karaf) throws IOException {
        files.bringTo(karaf.repository(), features);
        karaf.addFeatures(features);
    }

    /** What this build has made and no repository has. */
    private static Map<String, Path> justBuilt() {
        Map<String, Path> files = new HashMap<>();
        FOLDERS.keySet().forEach(artifact -> files.put(fileName(artifact), bundle(artifact)));
        return files;
    }

    private static String fileName(String artifact) {
        return artifact + "-" + System.getProperty("karaf.projectVersion") + ".jar";
    }

    private static Path path(String property) {
        return Path.of(System.getProperty(property));
    }
}
