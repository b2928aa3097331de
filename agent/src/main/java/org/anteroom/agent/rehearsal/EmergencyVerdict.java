package org.anteroom.agent.rehearsal;

import java.util.Optional;
import org.anteroom.agent.emergency.Decision;
import org.anteroom.agent.emergency.Grade;

/**
 * What the detector made of one sentence.
 *
 * @param decision the gravest decision, if any
 * @param decisiveWord the place of the last word of the shortest prefix that fires, from 1; 0 when nothing fired
 * @param standing what would make it fire at other thresholds of the score
 * @param reason why it went wrong, for people; empty when it is right
 */
record EmergencyVerdict(
        EmergencyCase about, Optional<Decision> decision, int decisiveWord, Standing standing, String reason) {

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
