package org.anteroom.agent.dialogue;

import java.time.LocalDateTime;
import java.util.List;

/** What a {@link StaffTalk} is told, beside what every talk with a PIN is: a wrong PIN, too many of them, not now. */
public sealed interface StaffNews extends DutyNews {

    /**
     * It was the PIN of this person.
     *
     * @param who as the configuration names them
     */
    record Welcome(String who, StaffChoices choices) implements StaffNews {}

    /**
     * It is in force, and kept.
     *
     * @param affected when the appointments of today begin that somebody must now deal with, the first first; nobody's
     *     names
     * @param choices as they are now
     */
    record Put(StaffOverride what, List<LocalDateTime> affected, StaffChoices choices) implements StaffNews {
        public Put {
            affected = List.copyOf(affected);
        }
    }

    /** It is over, and that is kept. */
    record Lifted(StaffOverride what, StaffChoices choices) implements StaffNews {}
}
