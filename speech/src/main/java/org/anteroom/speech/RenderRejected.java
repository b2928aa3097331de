package org.anteroom.speech;

/** Audio that must not be played. The message says what was wrong with it, never what it says. */
public final class RenderRejected extends Exception {
    private static final long serialVersionUID = 1L;

    RenderRejected(String message) {
        super(message);
    }

    RenderRejected(String message, Throwable cause) {
        super(message, cause);
    }
}
