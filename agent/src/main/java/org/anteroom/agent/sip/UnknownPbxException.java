package org.anteroom.agent.sip;

import java.io.IOException;

/** The PBX's name can't be resolved now; it may be later. */
final class UnknownPbxException extends IOException {
    private static final long serialVersionUID = 1L;

    UnknownPbxException(String message) {
        super(message);
    }
}
