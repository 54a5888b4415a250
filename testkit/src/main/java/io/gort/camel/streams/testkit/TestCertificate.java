package io.gort.camel.streams.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;

/**
 * A key and a self-signed certificate for {@code localhost} and {@code 127.0.0.1}, made by the JDK's keytool. The files
 * live until the JVM ends.
 *
 * @param certificate the certificate, PEM
 * @param key         its private key, PEM
 * @param trustStore  a JKS file that trusts the certificate and can be read without a password
 */
public record TestCertificate(Path certificate, Path key, Path trustStore) {

    private static final String PASSWORD = "for-tests";
    private static final String ALIAS = "redis";

    /**
     * Makes a new key and certificate.
     *
     * @throws IllegalStateException if keytool fails
     */
    public static TestCertificate create() {
        Path folder = TemporaryFolders.create("gort-certificate-");
        try {
            Path keyStore = folder.resolve("redis.p12");
            runKeytool(keyStore);
            return export(keyStore, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the certificate that keytool made cannot be read", e);
        }
    }

    private static void runKeytool(Path keyStore) throws IOException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home", ""), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=DNS:localhost,IP:127.0.0.1",
                        "-validity",
                        "3650",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        keyStore.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException("keytool ended with " + keytool.exitValue() + " (expected: 0)");
            }
        } catch (InterruptedException e) {
            keytool.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while keytool runs", e);
        }
    }

    private static TestCertificate export(Path keyStore, Path folder) throws IOException, GeneralSecurityException {
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            made.load(in, PASSWORD.toCharArray());
        }
        Certificate certificate = made.getCertificate(ALIAS);
        byte[] key = made.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded();

        KeyStore trusted = KeyStore.getInstance("JKS");
        trusted.load(null, null);
        trusted.setCertificateEntry(ALIAS, certificate);
        Path trustStore = folder.resolve("trust.jks");
        try (OutputStream out = Files.newOutputStream(trustStore)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        return new TestCertificate(
                Files.writeString(folder.resolve("redis.crt"), pem("CERTIFICATE", certificate.getEncoded())),
                Files.writeString(folder.resolve("redis.key"), pem("PRIVATE KEY", key)),
                trustStore);
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + what
                + "-----\n";
    }
}
