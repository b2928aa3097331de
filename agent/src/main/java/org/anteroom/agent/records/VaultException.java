package org.anteroom.agent.records;

import java.io.Serial;

/** The vault stays shut. The message says what is wrong with the key and how to mend it. */
public final class VaultException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String sentence;

    VaultException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    VaultException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /** The message: what is wrong and how to mend it. */
    public String sentence() {
        return sentence;
    }
}
