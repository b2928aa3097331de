package org.anteroom.agent.emergency;

import java.util.Optional;

/**
 * Listens to everything a caller says and types and decides when a human must come to the line.
 *
 * <p>Immutable, deterministic, shared by all calls; what belongs to a call is in its {@link DetectorState}. A step costs
 * well under a millisecond whatever the input.
 */
public final class Detector {

    public Detector(RuleBook rules, Keys keys) {}

    /** The state at the start of a call. */
    public DetectorState initial() {
        return DetectorState.INITIAL;
    }

    /** Takes one piece of evidence into account. */
    public Detection step(DetectorState state, Evidence evidence) {
        return new Detection(state, Optional.empty(), false);
    }
}
