package org.anteroom.agent.rehearsal;

/**
 * What an answer was understood as.
 *
 * @param understood as the case writes it; empty for nothing of its kind
 */
record NumberVerdict(NumberCase about, String understood) {
    boolean right() {
        return understood.equals(about.normal());
    }
}
