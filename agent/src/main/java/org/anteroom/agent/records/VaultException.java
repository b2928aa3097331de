package org.anteroom.agent.records;

import java.io.Serial;

/** The vault stays shut. The message says what is wrong with the key and how to mend it. */
public final class VaultException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    VaultException(String message) {
        super(message);
    }

    VaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
