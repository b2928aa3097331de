package org.anteroom.agent.emergency;

/**
 * One leg of the ladder.
 *
 * @param sinceMs when it came to its stage
 */
record OnCallLeg(Target target, LegStage stage, long sinceMs) {

    boolean isPerson() {
        return target.kind() == TargetKind.PERSON;
    }
}
