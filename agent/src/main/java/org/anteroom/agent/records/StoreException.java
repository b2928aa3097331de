package org.anteroom.agent.records;

import java.io.Serial;

/** Records could not be read or written. The message says what is wrong and what to do, and holds no PHI. */
public class StoreException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public StoreException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    public StoreException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /** The message: what is wrong and what to do. */
    public String sentence() {
        return sentence;
    }
}
