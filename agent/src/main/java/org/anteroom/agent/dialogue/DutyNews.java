package org.anteroom.agent.dialogue;

import java.util.List;
import org.anteroom.agent.emergency.DutyChoice;

/** What a {@link DutyTalk} is told; a {@link StaffTalk} about its PIN, and {@link StaffNews} of its own. */
public sealed interface DutyNews
        permits DutyNews.WrongPin,
                DutyNews.Locked,
                DutyNews.Known,
                DutyNews.Done,
                DutyNews.NotTaken,
                DutyNews.Hole,
                DutyNews.NotNow,
                StaffNews {

    /** It was no PIN of theirs; another may be tried. */
    record WrongPin() implements DutyNews {}

    /** Too many wrong ones: not by phone for a while, whatever is typed. */
    record Locked() implements DutyNews {}

    /**
     * It was the PIN of this person.
     *
     * @param who as the configuration names them
     * @param choices of each rota that is theirs
     */
    record Known(String who, List<DutyChoice> choices) implements DutyNews {
        public Known {
            choices = List.copyOf(choices);
        }
    }

    /** It is done, and kept. */
    record Done() implements DutyNews {}

    /** Whoever was rung did not take it: nothing has changed. */
    record NotTaken() implements DutyNews {}

    /** Nobody would be on call for a while: nothing has changed. */
    record Hole() implements DutyNews {}

    /** It could not be done, or not now: nothing has changed. */
    record NotNow() implements DutyNews {}
}
