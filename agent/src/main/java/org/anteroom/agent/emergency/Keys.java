package org.anteroom.agent.emergency;

/**
 * The keys that reach a human.
 *
 * @param emergency an alarm in every state, digit entry included
 * @param person a person, by the hours policy; during digit entry only as the whole entry followed by a pause
 */
public record Keys(char emergency, char person) {

    /** {@code *} and {@code 0}. */
    public static final Keys DEFAULT = new Keys('*', '0');
}
