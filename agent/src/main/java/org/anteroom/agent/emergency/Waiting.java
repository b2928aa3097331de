package org.anteroom.agent.emergency;

/**
 * What a rule would decide when nothing more comes that changes its meaning.
 *
 * @param doubtful the meaning of the whole turn has a say, since the rule is doubtful or the recogniser has taken its words back
 */
record Waiting(Decision decision, boolean doubtful) {
    Waiting doubted() {
        return new Waiting(decision, true);
    }
}
