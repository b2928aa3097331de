package org.anteroom.agent.emergency;

import java.util.List;
import java.util.Optional;

/**
 * What one piece of evidence led to.
 *
 * @param state the state to go on from
 * @param decision present when the grade rose: act on it before anything else
 * @param personAsked true when the caller asked for a person by key: follows the hours policy, is no emergency
 * @param overruled what a doubtful rule would have decided, with the score that spoke against it
 * @param discarded where hits were found that count as our own voice: give the words again with those in which the
 *     signal shows the caller
 */
public record Detection(
        DetectorState state,
        Optional<Decision> decision,
        boolean personAsked,
        Optional<Decision> overruled,
        List<Stretch> discarded) {
    public Detection {
        discarded = List.copyOf(discarded);
    }

    Detection(DetectorState state, Optional<Decision> decision, boolean personAsked) {
        this(state, decision, personAsked, Optional.empty(), List.of());
    }

    Detection discarding(List<Stretch> hits) {
        return new Detection(state, decision, personAsked, overruled, hits);
    }

    Detection overruling(Optional<Decision> doubt) {
        return new Detection(state, decision, personAsked, doubt, discarded);
    }
}
