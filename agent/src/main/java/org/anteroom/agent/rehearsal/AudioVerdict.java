package org.anteroom.agent.rehearsal;

import java.util.Locale;
import org.anteroom.agent.emergency.Grade;

/** What became of one recording.
 *
 *  @param grade the highest the detector reached
 *  @param rule the rule that decided first; empty when none did
 *  @param words errors of the recognition; none for a case without transcript
 *  @param heard what was recognised
 *  @param audioMs length of the recording
 *  @param standing what would make it fire at other thresholds of the score
 *  @param reason why it went wrong, for people; empty when it is right
 */
record AudioVerdict(
        AudioCase about,
        Grade grade,
        String rule,
        WordErrors words,
        String heard,
        long audioMs,
        Standing standing,
        String reason) {

    /** What decided, in words. */
    String what() {
        return fired() ? grade.name().toLowerCase(Locale.ROOT) + " by " + rule : "no rule found";
    }

    boolean fired() {
        return grade != Grade.NONE;
    }

    boolean alarm() {
        return grade == Grade.ALARM;
    }
}
