package org.anteroom.agent.emergency;

/** How much words mean an emergency. */
@FunctionalInterface
public interface Scorer {

    /** @param text a clause or a sentence, lower case, as heard */
    Score of(String text);
}
