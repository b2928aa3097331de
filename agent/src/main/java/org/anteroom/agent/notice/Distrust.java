package org.anteroom.agent.notice;

import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Why TLS was not agreed: that the other side isn't who it should be stays so, anything else may pass. */
enum Distrust {
    /** Wrong name, unknown authority, run out. */
    CERTIFICATE,
    /** The connection broke, or the other side speaks no TLS that we do. */
    NO_TLS,
    /** It had nothing to do with TLS. */
    NONE;

    private static final int DEEPEST = 12;

    static Distrust of(Throwable fault) {
        Distrust found = NONE;
        Throwable each = fault;
        for (int depth = 0; each != null && depth < DEEPEST; depth++) {
            if (each instanceof CertificateException
                    || each instanceof CertPathValidatorException
                    || each instanceof SSLPeerUnverifiedException) {
                return CERTIFICATE;
            }
            if (each instanceof SSLException) {
                found = NO_TLS;
            }
            each = each.getCause();
        }
        return found;
    }
}
