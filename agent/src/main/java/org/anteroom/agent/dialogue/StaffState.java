package org.anteroom.agent.dialogue;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A talk about an override as a value. It holds no PIN.
 *
 * @param known who calls, and what can be changed now, once their PIN was right
 * @param closing whether the end that is asked for is a closure's, and not that of putting calls to the desk
 * @param page which of the providers are read out
 * @param wish what was chosen
 * @param affected the appointments that can be heard
 * @param read how many of them have been
 * @param quiet how often nothing was typed
 * @param missed the outcome that came while nobody could be told
 */
public record StaffState(
        StaffStage stage,
        Optional<StaffNews.Welcome> known,
        boolean closing,
        int page,
        Optional<StaffWish> wish,
        List<LocalDateTime> affected,
        int read,
        int quiet,
        Optional<DutyNews> missed) {

    public StaffState {
        affected = List.copyOf(affected);
    }

    /** Nobody is known, nothing is chosen. */
    static StaffState beginning(StaffStage stage) {
        return new StaffState(stage, Optional.empty(), false, 0, Optional.empty(), List.of(), 0, 0, Optional.empty());
    }

    /** The same at another stage; as it was where the table doesn't know the way. */
    StaffState at(StaffStage next) {
        return stage.mayBecome(next)
                ? new StaffState(next, known, closing, page, wish, affected, read, next == stage ? quiet : 0, missed)
                : this;
    }

    /** At the menu: what was chosen before is forgotten. */
    StaffState menu(StaffNews.Welcome who) {
        StaffState there = at(StaffStage.MENU);
        return new StaffState(
                there.stage, Optional.of(who), false, 0, Optional.empty(), List.of(), 0, there.quiet, Optional.empty());
    }

    StaffState closing(boolean practice) {
        return new StaffState(stage, known, practice, page, wish, affected, read, quiet, missed);
    }

    StaffState turned(int to) {
        return new StaffState(stage, known, closing, to, wish, affected, read, quiet, missed);
    }

    StaffState wanting(StaffWish what) {
        return new StaffState(stage, known, closing, page, Optional.of(what), affected, read, quiet, missed);
    }

    StaffState quieter() {
        return new StaffState(stage, known, closing, page, wish, affected, read, quiet + 1, missed);
    }

    StaffState missing(DutyNews outcome) {
        return new StaffState(stage, known, closing, page, wish, affected, read, quiet, Optional.of(outcome));
    }

    /** These can be heard, none of them has been yet. */
    StaffState hearing(List<LocalDateTime> appointments) {
        return new StaffState(stage, known, closing, page, Optional.empty(), appointments, 0, quiet, Optional.empty());
    }

    StaffState next() {
        return new StaffState(stage, known, closing, page, wish, affected, read + 1, quiet, missed);
    }

    StaffState now(StaffChoices choices) {
        return new StaffState(
                stage,
                known.map(who -> new StaffNews.Welcome(who.who(), choices)),
                closing,
                page,
                wish,
                affected,
                read,
                quiet,
                missed);
    }

    /** Nothing can be changed before somebody is known. */
    StaffChoices choices() {
        return known.map(StaffNews.Welcome::choices)
                .orElseGet(() -> new StaffChoices(false, List.of(), List.of(), List.of()));
    }

    @Override
    public String toString() {
        return "StaffState[" + stage + "]";
    }
}
