package org.anteroom.agent.practice.reception;

/** Carries one-time codes to phones as texts. */
@FunctionalInterface
public interface CodeSender {
    /** Where there is no way to send any. */
    CodeSender NONE = (number, code) -> {};

    /**
     * Takes a code on its way and returns at once: how long that takes must not tell whether there was one. What becomes of it is
     * the sender's to tell, never the caller's. Any thread.
     *
     * @param number as it is on file; one that takes no texts gets none
     */
    void send(String number, String code);
}
