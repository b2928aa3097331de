package org.anteroom.agent.call;

/**
 * Watches calls as they happen: the only place where words leave the call's own records, made for the demo's live transcript
 * and for drills. Never log what it is told. Called on the calls' threads: it must return at once and not throw.
 */
@FunctionalInterface
public interface CallObserver {
    /** Sees nothing. */
    CallObserver NONE = event -> {};

    void on(CallEvent event);
}
