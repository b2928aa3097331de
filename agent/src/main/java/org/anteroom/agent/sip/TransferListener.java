package org.anteroom.agent.sip;

/** Hears what came of a transfer, once or never. Called on {@code sip-line}: post and return at once. */
@FunctionalInterface
public interface TransferListener {
    void verdict(TransferVerdict verdict);
}
