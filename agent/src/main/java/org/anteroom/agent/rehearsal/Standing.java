package org.anteroom.agent.rehearsal;

import java.util.Optional;

/**
 * What makes a case fire, whatever the thresholds of the score are.
 *
 * @param rule a rule decides it
 * @param top the best score its words reached; empty when there were no words
 */
record Standing(boolean rule, Optional<TopScore> top) {

    /** Whether it fires when a whole turn decides from this value on; the other threshold keeps its distance. */
    boolean fires(double threshold) {
        return rule || top.filter(best -> best.level() >= threshold).isPresent();
    }
}
