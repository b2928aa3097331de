package org.anteroom.agent.rehearsal;

import java.util.Optional;
import org.anteroom.agent.emergency.Decision;
import org.anteroom.agent.emergency.Grade;

/**
 * What the detector made of one sentence.
 *
 * @param decision the gravest decision, if any
 * @param decisiveWord the place of the last word of the shortest prefix that fires, from 1; 0 when nothing fired
 */
record EmergencyVerdict(EmergencyCase about, Optional<Decision> decision, int decisiveWord) {

    boolean fired() {
        return decision.isPresent();
    }

    Grade grade() {
        return decision.map(Decision::grade).orElse(Grade.NONE);
    }

    boolean right() {
        return fired() == about.emergency();
    }
}
