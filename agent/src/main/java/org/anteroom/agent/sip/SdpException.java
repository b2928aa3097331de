package org.anteroom.agent.sip;

/** A session description nobody can read. The message quotes nothing of it. */
final class SdpException extends Exception {
    private static final long serialVersionUID = 1L;

    SdpException(String message) {
        super(message);
    }
}
