package io.gort.camel.streams;

import io.gort.camel.streams.entry.CredentialsProvider;
import io.gort.camel.streams.redis.StreamClient;
import java.time.Duration;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/** The options that say how the server is reached. */
@UriParams
public abstract class ConnectionConfiguration {

    @UriParam(defaultValue = "localhost", description = "Name or address of the Redis server.")
    private String host = "localhost";

    @UriParam(defaultValue = "6379", description = "Port of the Redis server.")
    private int port = 6379;

    @UriParam(
            description = "Servers to reach instead of host and port, as host:port with commas between: with"
                    + " topology=sentinel some of the sentinels, with topology=cluster some nodes of the cluster. The others"
                    + " are found.")
    private @Nullable String nodes;

    @UriParam(
            defaultValue = "standalone",
            description =
                    "How the servers belong together. standalone: one server. sentinel: a master and replicas; the"
                            + " sentinels are asked which is the master. cluster: a cluster.")
    private Topology topology = Topology.standalone;

    @UriParam(description = "What the sentinels call the master. Only with topology=sentinel, and needed there.")
    private @Nullable String masterName;

    @UriParam(defaultValue = "0", description = "Number of the database on the server. A cluster has only 0.")
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
            label = "security",
            description = "Tells user and password instead of username and password. It is asked before each new"
                    + " connection, so that passwords can change without a restart.")
    @Metadata(autowired = true)
    private @Nullable CredentialsProvider credentialsProvider;

    @UriParam(
            label = "security",
            secret = true,
            description = "ACL user to log in to the sentinels as. Only with topology=sentinel.")
    private @Nullable String sentinelUsername;

    @UriParam(
            label = "security",
            secret = true,
            description = "Password to log in to the sentinels with. Only with topology=sentinel.")
    private @Nullable String sentinelPassword;

    @UriParam(
            label = "security",
            description =
                    "Whether connections are secured by TLS. Without sslContextParameters the authorities are trusted"
                            + " that the JVM trusts.")
    private boolean ssl;

    @UriParam(
            label = "security",
            description = "Whom to trust and who we are, where connections are secured by TLS. It implies ssl.")
    private @Nullable SSLContextParameters sslContextParameters;

    @UriParam(
            label = "security",
            defaultValue = "true",
            description = "Whether the certificate of a server must be for the host that we connect to.")
    private boolean hostnameVerification = true;

    @UriParam(
            label = "advanced",
            defaultValue = "2s",
            description = "How long opening a connection may take, and a TLS handshake, at least one millisecond.")
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
            description = "How many connections to one server the commands of all endpoints share. Each consumer has"
                    + " one more of its own to read.")
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

    public @Nullable String getNodes() {
        return nodes;
    }

    public void setNodes(@Nullable String nodes) {
        this.nodes = nodes;
    }

    public Topology getTopology() {
        return topology;
    }

    public void setTopology(Topology topology) {
        this.topology = topology;
    }

    public @Nullable String getMasterName() {
        return masterName;
    }

    public void setMasterName(@Nullable String masterName) {
        this.masterName = masterName;
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

    public @Nullable CredentialsProvider getCredentialsProvider() {
        return credentialsProvider;
    }

    public void setCredentialsProvider(@Nullable CredentialsProvider credentialsProvider) {
        this.credentialsProvider = credentialsProvider;
    }

    public @Nullable String getSentinelUsername() {
        return sentinelUsername;
    }

    public void setSentinelUsername(@Nullable String sentinelUsername) {
        this.sentinelUsername = sentinelUsername;
    }

    public @Nullable String getSentinelPassword() {
        return sentinelPassword;
    }

    public void setSentinelPassword(@Nullable String sentinelPassword) {
        this.sentinelPassword = sentinelPassword;
    }

    public boolean isSsl() {
        return ssl;
    }

    public void setSsl(boolean ssl) {
        this.ssl = ssl;
    }

    public @Nullable SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(@Nullable SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public boolean isHostnameVerification() {
        return hostnameVerification;
    }

    public void setHostnameVerification(boolean hostnameVerification) {
        this.hostnameVerification = hostnameVerification;
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
