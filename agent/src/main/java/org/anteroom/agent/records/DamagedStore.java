package org.anteroom.agent.records;

import java.io.Serial;

/** The database is there but can't be trusted. */
public final class DamagedStore extends StoreException {
    @Serial
    private static final long serialVersionUID = 1L;

    DamagedStore(String message) {
        super(message);
    }

    DamagedStore(String message, Throwable cause) {
        super(message, cause);
    }
}
