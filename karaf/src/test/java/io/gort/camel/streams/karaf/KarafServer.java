package io.gort.camel.streams.karaf;

import io.gort.camel.streams.testkit.RedisServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.rmi.NotBoundException;
import java.rmi.registry.LocateRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.MBeanServerConnection;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;
import javax.management.remote.rmi.RMIConnector;
import javax.management.remote.rmi.RMIServer;
import org.awaitility.Awaitility;

/** A real Karaf as a process of its own, driven over JMX on the loopback interface. It asks no remote repository. */
final class KarafServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final String USER = "karaf";
    private static final Pattern MAVEN_REPOSITORIES =
            Pattern.compile("org\\.ops4j\\.pax\\.url\\.mvn\\.repositories\\s*=(?:.*\\\\\\R)*.*");

    private final Path home;
    /** No two the same: a port that was free a moment ago may be offered again. */
    private final Iterator<Integer> freePorts =
            Stream.generate(RedisServerProcess::freePort).distinct().iterator();

    private final int registryPort = freePorts.next();
    private final int serverPort = freePorts.next();
    private final List<String> features = new ArrayList<>();
    private Process process;
    private JMXConnector connector;

    /**
     * Copies a Karaf, without starting it yet.
     *
     * @param unpacked as it comes out of its archive; it is left as it is
     */
    KarafServer(Path unpacked) throws IOException {
        home = Files.createTempDirectory(unpacked.getParent(), "karaf-");
        copy(unpacked, home);
        replace("etc/org.ops4j.pax.url.mvn.cfg", MAVEN_REPOSITORIES, "org.ops4j.pax.url.mvn.repositories =");
        replace("etc/org.apache.karaf.management.cfg", "rmiRegistryPort = \\d+", "rmiRegistryPort = " + registryPort);
        replace("etc/org.apache.karaf.management.cfg", "rmiServerPort = \\d+", "rmiServerPort = " + serverPort);
        replace("etc/org.apache.karaf.shell.cfg", "sshPort = \\d+", "sshPort = " + freePorts.next());
        Files.writeString(
                home.resolve("etc/users.properties"),
                "\n" + USER + " = " + USER + ",_g_:admingroup\n"
                        + "_g_\\:admingroup = group,admin,manager,viewer,systembundles\n",
                StandardOpenOption.APPEND);
    }

    /** Its own repository, in Maven's layout. */
    Path repository() {
        return home.resolve("system");
    }

    /** Adds a features file, so that its features can be installed. */
    void addFeatures(Path file) {
        features.add(file.toUri().toString());
    }

    /** Writes a file of its {@code etc} folder. */
    void configure(String name, String text) throws IOException {
        Files.writeString(home.resolve("etc").resolve(name), text);
    }

    void start(Map<String, String> environment) throws IOException {
        replace(
                "etc/org.apache.karaf.features.cfg",
                "featuresRepositories = ",
                "featuresRepositories = " + String.join(", ", features) + ", ");
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/karaf").toString(), "server")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("console.log").toFile());
        builder.environment().putAll(environment);
        builder.environment().put("KARAF_EXEC", "exec"); // else the script stays between us and Java
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process = builder.start();
        connector = Awaitility.await("Karaf's management")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .failFast("Karaf has ended, see " + home.resolve("console.log"), () -> !process.isAlive())
                .until(this::connect, connected -> true);
        Awaitility.await("Karaf's features service")
                .atMost(PATIENCE)
                .until(() -> management().isRegistered(name("org.apache.karaf:type=feature,name=root")));
    }

    private JMXConnector connect() throws IOException, NotBoundException {
        RMIServer server = (RMIServer)
                LocateRegistry.getRegistry("127.0.0.1", registryPort).lookup("karaf-root");
        JMXConnector opened = new RMIConnector(server, Map.of());
        opened.connect(Map.of(JMXConnector.CREDENTIALS, new String[] {USER, USER}));
        return opened;
    }

    MBeanServerConnection management() throws IOException {
        return connector.getMBeanServerConnection();
    }

    void installFeature(String feature) throws Exception {
        call("feature", "installFeature", feature);
    }

    void uninstallFeature(String feature) throws Exception {
        call("feature", "uninstallFeature", feature);
    }

    void installBundle(String url) throws Exception {
        management()
                .invoke(
                        name("org.apache.karaf:type=bundle,name=root"),
                        "install",
                        new Object[] {url, true},
                        new String[] {"java.lang.String", "boolean"});
    }

    void bundle(String operation, String symbolicName) throws Exception {
        call("bundle", operation, symbolicName);
    }

    /** The state of a bundle, such as {@code Active}; empty if it is not installed. */
    String stateOf(String symbolicName) throws Exception {
        TabularData bundles =
                (TabularData) management().getAttribute(name("org.apache.karaf:type=bundle,name=root"), "Bundles");
        return bundles.values().stream()
                .map(CompositeData.class::cast)
                .filter(bundle -> symbolicName.equals(bundle.get("Symbolic Name")))
                .map(bundle -> String.valueOf(bundle.get("State")))
                .findFirst()
                .orElse("");
    }

    /** The names of all its threads. */
    List<String> threads() throws Exception {
        ObjectName threading = name("java.lang:type=Threading");
        long[] ids = (long[]) management().getAttribute(threading, "AllThreadIds");
        CompositeData[] infos = (CompositeData[]) management()
                .invoke(threading, "getThreadInfo", new Object[] {ids}, new String[] {long[].class.getName()});
        return Arrays.stream(infos)
                .filter(info -> info != null)
                .map(info -> String.valueOf(info.get("threadName")))
                .toList();
    }

    /** What it has logged so far. */
    String log() throws IOException {
        Path log = home.resolve("data/log/karaf.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES); // scripts stay executable
                }
            }
        }
    }

    private void call(String type, String operation, String argument) throws Exception {
        management()
                .invoke(
                        name("org.apache.karaf:type=" + type + ",name=root"),
                        operation,
                        new Object[] {argument},
                        new String[] {"java.lang.String"});
    }

    private static ObjectName name(String name) {
        try {
            return new ObjectName(name);
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void replace(String file, String regex, String replacement) throws IOException {
        replace(file, Pattern.compile(regex), replacement);
    }

    private void replace(String file, Pattern pattern, String replacement) throws IOException {
        Path path = home.resolve(file);
        String text = Files.readString(path);
        String replaced = pattern.matcher(text).replaceFirst(Matcher.quoteReplacement(replacement));
        if (replaced.equals(text)) {
            throw new IllegalStateException(path + " has nothing like " + pattern);
        }
        Files.writeString(path, replaced);
    }

    @Override
    public void close() throws IOException {
        try {
            if (connector != null) {
                connector.close();
            }
        } finally {
            if (process != null) {
                end();
            }
        }
    }

    private void end() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
