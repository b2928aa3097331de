package org.anteroom.agent.notice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A practice's own certificate authority. */
final class Authorities {
    private Authorities() {}

    /**
     * A context that trusts the certificates of a PEM file and no others.
     *
     * @throws IOException with a sentence when there are none in it
     */
    static SSLContext of(String key, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int number = 0;
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("ca-" + number++, each);
            }
            if (number == 0) {
                throw new GeneralSecurityException("no certificate");
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    key + ": " + file + " holds no certificate that can be used: give it in PEM, as text with BEGIN"
                            + " CERTIFICATE",
                    e);
        } catch (IOException e) {
            throw new IOException(
                    key + ": " + file + " can't be read (" + e.getClass().getSimpleName()
                            + "): make it, and let the service's user read it",
                    e);
        }
    }
}
