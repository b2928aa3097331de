package org.anteroom.agent.sip;

/** Hears of a leg. Called on {@code sip-line}, in order, never at the same time twice: post and return at once. */
@FunctionalInterface
public interface LegListener {
    void event(LegEvent event);
}
