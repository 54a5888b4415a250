package io.gort.camel.streams.karaf.config;

import io.gort.camel.streams.ConnectionConfiguration;
import io.gort.camel.streams.ConnectionDefaults;
import io.gort.camel.streams.GortStreamsConfiguration;
import io.gort.camel.streams.entry.Credentials;
import io.gort.camel.streams.entry.CredentialsProvider;
import java.time.Duration;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.cm.ConfigurationException;
import org.osgi.service.cm.ManagedService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection options as they are configured now. A change of user or password holds for each connection that is
 * opened after it, any other for the endpoints that are made after it. The container tells the configuration, or that
 * there is none, soon after this service appears; endpoints wait for it.
 */
final class ConfiguredConnection implements ManagedService, ConnectionDefaults {

    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredConnection.class);
    private static final Set<String> OF_THE_CONTAINER =
            Set.of("service.pid", "service.factoryPid", "service.bundleLocation", "felix.fileinstall.filename");
    private static final String USERNAME = ConnectionOption.USERNAME.option();
    private static final String PASSWORD = ConnectionOption.PASSWORD.option();
    private static final String CONTAINER_PREFIX = "felix.";

    private final CountDownLatch told = new CountDownLatch(1);
    private final Duration patience;
    private final CredentialsProvider login = this::credentials; // one, so that endpoints share their connections
    private volatile Map<String, String> values = Map.of();

    /**
     * Nothing is configured at first.
     *
     * @param patience how long an endpoint waits to be told what is
     */
    ConfiguredConnection(Duration patience) {
        this.patience = patience;
    }

    /**
     * Takes a new configuration as a whole, or none of it.
     *
     * @throws ConfigurationException naming the option that is unknown or has a value that cannot be meant
     */
    @Override
    public void updated(@Nullable Dictionary<String, ?> properties) throws ConfigurationException {
        Map<String, String> read = properties == null ? Map.of() : read(properties);
        set(read, new GortStreamsConfiguration());
        if (read.containsKey(USERNAME) && !read.containsKey(PASSWORD)) {
            throw new ConfigurationException(USERNAME, USERNAME + ": given (expected: with a password)");
        }
        values = read;
        told.countDown();
    }

    @Override
    public void applyTo(ConnectionConfiguration options) {
        awaitConfiguration();
        Map<String, String> now = values;
        now.forEach((name, value) -> ConnectionOption.named(name).set(options, value));
        if (now.containsKey(PASSWORD)) {
            options.setUsername(null);
            options.setPassword(null);
            options.setCredentialsProvider(login);
        }
    }

    private Credentials credentials() {
        Map<String, String> now = values;
        return new Credentials(now.get(USERNAME), now.get(PASSWORD));
    }

    private void awaitConfiguration() {
        try {
            if (!told.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("No configuration service has told {} within {}: going on without", Activator.PID, patience);
                told.countDown();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> read(Dictionary<String, ?> properties) {
        Map<String, String> read = new HashMap<>();
        for (String name : Collections.list(properties.keys())) {
            String value = String.valueOf(properties.get(name)).trim();
            boolean ours = !OF_THE_CONTAINER.contains(name) && !name.startsWith(CONTAINER_PREFIX);
            if (ours && !value.isEmpty()) {
                read.put(name, value);
            }
        }
        return read;
    }

    private static void set(Map<String, String> values, ConnectionConfiguration options) throws ConfigurationException {
        for (Map.Entry<String, String> one : values.entrySet()) {
            try {
                ConnectionOption.named(one.getKey()).set(options, one.getValue());
            } catch (IllegalArgumentException e) {
                throw new ConfigurationException(one.getKey(), e.getMessage(), e);
            }
        }
    }
}
