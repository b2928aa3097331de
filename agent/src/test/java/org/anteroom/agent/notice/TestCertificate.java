package org.anteroom.agent.notice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server's certificate for 127.0.0.1, and for that name only: under "localhost" it is a wrong one. */
final class TestCertificate {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path pem;
    private final SSLContext server;

    TestCertificate(Path folder) throws Exception {
        Path store = folder.resolve("server.p12");
        pem = folder.resolve("server.pem");
        String common = "-keystore " + store + " -storepass changeit -alias server ";
        keytool("-genkeypair -keyalg EC -storetype PKCS12 -dname CN=mail -validity 2 -ext san=ip:127.0.0.1 " + common);
        keytool("-exportcert -rfc -file " + pem + " " + common);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        server = SSLContext.getInstance("TLS");
        server.init(managers.getKeyManagers(), null, null);
    }

    private static void keytool(String arguments) throws IOException, InterruptedException {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = new java.util.ArrayList<>(List.of(tool.toString()));
        command.addAll(List.of(arguments.strip().split(" +")));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("keytool failed: " + command);
        }
    }

    /** What the server shows. */
    SSLContext server() {
        return server;
    }

    /** What a client trusts, as {@code ca-file} gives it. */
    SSLContext client() throws IOException {
        return Authorities.of("ca-file", pem);
    }
}
