package org.anteroom.agent.call;

import java.util.List;
import org.anteroom.agent.words.SpokenDigits;
import org.anteroom.speech.Completeness;
import org.anteroom.speech.CompletenessRule;

/**
 * Whether a phone number has been said whole: digits come in groups with pauses between them, and nobody goes on after the
 * tenth. Either recogniser's word for it is enough, as it is for the conversation. Pure.
 */
record PhoneNumberRule() implements CompletenessRule {
    @Override
    public Completeness of(List<String> words, List<String> slot) {
        boolean digits =
                !SpokenDigits.of(words).isEmpty() || !SpokenDigits.of(slot).isEmpty();
        boolean leadsOn = Completeness.ofSentence(words) == Completeness.UNFINISHED;
        if (!digits) {
            return leadsOn ? Completeness.UNFINISHED : Completeness.UNKNOWN;
        }
        boolean whole = SpokenDigits.whole(words) || SpokenDigits.whole(slot);
        boolean corrected = SpokenDigits.corrected(words) || SpokenDigits.corrected(slot);
        return whole && !corrected && !leadsOn ? Completeness.COMPLETE : Completeness.UNFINISHED;
    }
}
