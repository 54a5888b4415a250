package io.gort.camel.streams;

import io.gort.camel.streams.redis.StreamClient;
import java.time.Duration;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** The options that say how the server is reached. */
@UriParams
public abstract class ConnectionConfiguration {

    @UriParam(defaultValue = "localhost", description = "Name or address of the Redis server.")
    private String host = "localhost";

    @UriParam(defaultValue = "6379", description = "Port of the Redis server.")
    private int port = 6379;

    @UriParam(defaultValue = "0", description = "Number of the database on the server.")
    private int database;

    @UriParam(
            label = "security",
            secret = true,
            description = "ACL user to log in as. None is the server's default user.")
    private @Nullable String username;

    @UriParam(
            label = "security",
            secret = true,
            description = "Password to log in with. None if the server asks for none.")
    private @Nullable String password;

    @UriParam(
            label = "advanced",
            defaultValue = "2s",
            description = "How long opening a connection may take, at least one millisecond.")
    private Duration connectTimeout = Duration.ofSeconds(2);

    @UriParam(
            label = "advanced",
            defaultValue = "2s",
            description = "How long the answer to a command may take, at least one millisecond. A read that waits for"
                    + " entries has its block time in addition.")
    private Duration commandTimeout = Duration.ofSeconds(2);

    @UriParam(
            label = "advanced",
            defaultValue = "8",
            description = "How many connections the commands of all endpoints with the same server share. Each consumer"
                    + " has one more of its own to read.")
    private int poolSize = 8;

    @UriParam(label = "advanced", description = "Name of the connections, as the server shows it in CLIENT LIST.")
    private @Nullable String clientName;

    @UriParam(
            label = "advanced",
            description = "A ready client to use instead of own connections. It is not closed by the component.")
    @Metadata(autowired = true)
    private @Nullable StreamClient client;

    public String getHost() {
        return host;
    }

    public void setHost(String host) {
        this.host = host;
    }

    public int getPort() {
        return port;
    }

    public void setPort(int port) {
        this.port = port;
    }

    public int getDatabase() {
        return database;
    }

    public void setDatabase(int database) {
        this.database = database;
    }

    public @Nullable String getUsername() {
        return username;
    }

    public void setUsername(@Nullable String username) {
        this.username = username;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public Duration getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public Duration getCommandTimeout() {
        return commandTimeout;
    }

    public void setCommandTimeout(Duration commandTimeout) {
        this.commandTimeout = commandTimeout;
    }

    public int getPoolSize() {
        return poolSize;
    }

    public void setPoolSize(int poolSize) {
        this.poolSize = poolSize;
    }

    public @Nullable String getClientName() {
        return clientName;
    }

    public void setClientName(@Nullable String clientName) {
        this.clientName = clientName;
    }

    public @Nullable StreamClient getClient() {
        return client;
    }

    public void setClient(@Nullable StreamClient client) {
        this.client = client;
    }
}
