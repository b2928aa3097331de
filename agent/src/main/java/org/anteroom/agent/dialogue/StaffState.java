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
 * @param ahead keys that were typed while the PIN was being compared
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
        Optional<DutyNews> missed,
        String ahead) {
    /** A button sends a few. */
    private static final int MOST_AHEAD = 8;

    public StaffState {
        affected = List.copyOf(affected);
    }

    /** Nobody is known, nothing is chosen. */
    static StaffState beginning(StaffStage stage) {
        return new StaffState(
                stage, Optional.empty(), false, 0, Optional.empty(), List.of(), 0, 0, Optional.empty(), "");
    }

    /** The same at another stage; as it was where the table doesn't know the way. */
    StaffState at(StaffStage next) {
        return stage.mayBecome(next)
                ? new StaffState(
                        next, known, closing, page, wish, affected, read, next == stage ? quiet : 0, missed, ahead)
                : this;
    }

    /** At the menu: what was chosen before is forgotten. */
    StaffState menu(StaffNews.Welcome who) {
        StaffState there = at(StaffStage.MENU);
        return new StaffState(
                there.stage,
                Optional.of(who),
                false,
                0,
                Optional.empty(),
                List.of(),
                0,
                there.quiet,
                Optional.empty(),
                "");
    }

    StaffState closing(boolean practice) {
        return new StaffState(stage, known, practice, page, wish, affected, read, quiet, missed, ahead);
    }

    StaffState turned(int to) {
        return new StaffState(stage, known, closing, to, wish, affected, read, quiet, missed, ahead);
    }

    StaffState wanting(StaffWish what) {
        return new StaffState(stage, known, closing, page, Optional.of(what), affected, read, quiet, missed, ahead);
    }

    StaffState quieter() {
        return new StaffState(stage, known, closing, page, wish, affected, read, quiet + 1, missed, ahead);
    }

    StaffState missing(DutyNews outcome) {
        return new StaffState(stage, known, closing, page, wish, affected, read, quiet, Optional.of(outcome), ahead);
    }

    /** A key that waits for the menu; what is more than a button sends is forgotten, and a PIN that was typed once more. */
    StaffState typing(String keys) {
        String all = keys.equals("#") || keys.isEmpty() ? "" : ahead + keys;
        String kept = all.length() > MOST_AHEAD ? ahead : all;
        return new StaffState(stage, known, closing, page, wish, affected, read, quiet, missed, kept);
    }

    /** These can be heard, none of them has been yet. */
    StaffState hearing(List<LocalDateTime> appointments) {
        return new StaffState(
                stage, known, closing, page, Optional.empty(), appointments, 0, quiet, Optional.empty(), ahead);
    }

    StaffState next() {
        return new StaffState(stage, known, closing, page, wish, affected, read + 1, quiet, missed, ahead);
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
                missed,
                ahead);
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
