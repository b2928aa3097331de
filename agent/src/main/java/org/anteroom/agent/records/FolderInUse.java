package org.anteroom.agent.records;

import java.io.Serial;

/** Another process holds the data folder: nothing is wrong with the records, this process must not use them. */
public final class FolderInUse extends StoreException {
    @Serial
    private static final long serialVersionUID = 1L;

    FolderInUse(String sentence) {
        super(sentence);
    }

    FolderInUse(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
