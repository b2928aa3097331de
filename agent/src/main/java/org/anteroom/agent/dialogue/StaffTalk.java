package org.anteroom.agent.dialogue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A call of somebody who puts an override in force, in the place of a {@link Conversation}: keys alone mean something, as in
 * a {@link DutyTalk}, and nothing is done that was not confirmed. Pure, as {@link StaffStage} draws it. Emergencies are the
 * detector's, as ever.
 */
public final class StaffTalk {
    /** What one input led to. */
    public record Turn(StaffState state, List<Act> acts) {
        public Turn {
            acts = List.copyOf(acts);
        }
    }

    private static final int ASK_AGAIN_MS = 8_000;
    private static final int STILL_MS = 3_500;
    /** Sentences without an answer until we hang up. */
    private static final int MOST_QUIET = 3;

    private static final String YES = "1";
    private static final String BACK = "9";

    private final ZoneId zone;

    /** @param zone the practice's */
    public StaffTalk(ZoneId zone) {
        this.zone = zone;
    }

    /** The state before {@link Input.Began}. */
    public StaffState start() {
        return StaffState.beginning(StaffStage.NEW);
    }

    /** What an input leads to. Never throws for any order of inputs; one that doesn't fit changes nothing. */
    public Turn step(StaffState state, Input input, Instant now) {
        LocalDateTime here = LocalDateTime.ofInstant(now, zone);
        if (input instanceof Input.Began) {
            return state.stage() == StaffStage.NEW ? ask(state.at(StaffStage.PIN), here) : nothing(state);
        }
        if (state.stage() == StaffStage.ENDED || input instanceof Input.HungUp) {
            return nothing(state.at(StaffStage.ENDED));
        }
        if (input instanceof Input.Overridden) {
            return nothing((underWay(state) ? state : StaffState.beginning(state.stage())).at(StaffStage.SUSPENDED));
        }
        if (input instanceof Input.Resumed) {
            return resumed(state, here);
        }
        if (input instanceof Input.TransferFailed) {
            return state.stage() == StaffStage.DESK
                    ? prepend(
                            List.of(Act.Say.of(TemplateId.DESK_FAILED)),
                            ask(StaffState.beginning(StaffStage.DESK).at(StaffStage.PIN), here))
                    : nothing(state);
        }
        if (input instanceof Input.Keyed keyed && state.stage().asking()) {
            return keyed(state, keyed.keys(), here);
        }
        if (input instanceof Input.Silent) {
            return silent(state, here);
        }
        return input instanceof Input.Duty duty ? told(state, duty.news(), here) : nothing(state);
    }

    /** What is being written is written meanwhile, so its outcome is waited for as before. */
    private static boolean underWay(StaffState state) {
        return state.stage() == StaffStage.WAITING
                || (state.stage() == StaffStage.SUSPENDED && state.wish().isPresent());
    }

    private Turn resumed(StaffState state, LocalDateTime here) {
        if (!underWay(state)) {
            return state.stage() == StaffStage.SUSPENDED
                    ? ask(StaffState.beginning(StaffStage.SUSPENDED).at(StaffStage.PIN), here)
                    : nothing(state);
        }
        StaffState waiting = state.at(StaffStage.WAITING);
        return waiting.missed().map(outcome -> outcome(waiting, outcome, here)).orElseGet(() -> silent(waiting, here));
    }

    // ---- keys

    private Turn keyed(StaffState state, String keys, LocalDateTime here) {
        if (keys.equals("0")) {
            return new Turn(
                    StaffState.beginning(state.stage()).at(StaffStage.DESK),
                    List.of(
                            Act.Say.of(TemplateId.TO_DESK),
                            new Act.Transfer(Destination.DESK, Act.Reason.CALLER_ASKED)));
        }
        if (state.stage() == StaffStage.PIN) {
            return keys.isEmpty()
                    ? ask(state, here)
                    : new Turn(
                            state.at(StaffStage.CHECKING),
                            List.of(new Act.HandOver(new DutyWish.CheckPin(keys)), listen(state, STILL_MS)));
        }
        if (keys.equals(BACK) && state.stage() != StaffStage.MENU) {
            return ask(menu(state), here);
        }
        return switch (state.stage()) {
            case MENU -> chosen(state, keys, here);
            case UNTIL -> StaffWords.row(state.choices().ends(), keys)
                    .map(end -> put(
                            state,
                            state.closing() ? new StaffOverride.Closed(end) : new StaffOverride.ToDesk(end),
                            here))
                    .orElseGet(() -> ask(state, here));
            case PROVIDER -> provider(state, keys, here);
            case LIFT -> StaffWords.row(state.choices().inForce(), keys)
                    .flatMap(what -> state.known().map(who -> new StaffWish.Lift(who.who(), what)))
                    .map(wish -> ask(state.wanting(wish).at(StaffStage.CONFIRM), here))
                    .orElseGet(() -> ask(state, here));
            case CONFIRM -> keys.equals(YES)
                    ? state.wish()
                            .map(wish -> new Turn(
                                    state.at(StaffStage.WAITING),
                                    List.of(new Act.HandOver(wish), listen(state, STILL_MS))))
                            .orElseGet(() -> nothing(state))
                    : ask(state, here);
            case AFFECTED -> keys.equals(YES) ? read(state.next(), here) : ask(state, here);
            default -> nothing(state);
        };
    }

    private Turn chosen(StaffState state, String keys, LocalDateTime here) {
        StaffChoices choices = state.choices();
        StaffState next =
                switch (keys) {
                    case "1" -> choices.desk() ? state.closing(false).at(StaffStage.UNTIL) : state;
                    case "2" -> state.closing(true).at(StaffStage.UNTIL);
                    case "3" -> choices.providers().isEmpty() ? state : state.at(StaffStage.PROVIDER);
                    case "5" -> choices.inForce().isEmpty() ? state : state.at(StaffStage.LIFT);
                    default -> state;
                };
        return keys.equals("4") ? prepend(StaffWords.inForce(choices, here), ask(state, here)) : ask(next, here);
    }

    private Turn provider(StaffState state, String keys, LocalDateTime here) {
        List<StaffOverride.Out> all = state.choices().providers();
        if (keys.equals(StaffWords.MORE) && StaffWords.more(all)) {
            return ask(state.turned(StaffWords.turned(all, state.page())), here);
        }
        return StaffWords.row(StaffWords.page(all, state.page()), keys)
                .map(out -> put(state, out, here))
                .orElseGet(() -> ask(state, here));
    }

    private Turn put(StaffState state, StaffOverride what, LocalDateTime here) {
        return state.known()
                .map(who ->
                        ask(state.wanting(new StaffWish.Put(who.who(), what)).at(StaffStage.CONFIRM), here))
                .orElseGet(() -> nothing(state));
    }

    /** The one that is to be heard now. */
    private Turn read(StaffState state, LocalDateTime here) {
        List<Act.Say> one = StaffWords.appointment(state);
        return state.read() < state.affected().size() ? question(state, one) : prepend(one, ask(menu(state), here));
    }

    private static StaffState menu(StaffState state) {
        return state.known().map(state::menu).orElse(state);
    }

    // ---- what comes back

    private Turn told(StaffState state, DutyNews news, LocalDateTime here) {
        boolean outcome =
                news instanceof StaffNews.Put || news instanceof StaffNews.Lifted || news instanceof DutyNews.NotNow;
        if (state.stage() == StaffStage.SUSPENDED) {
            return nothing(underWay(state) && outcome ? state.missing(news) : state);
        }
        if (state.stage() == StaffStage.WAITING) {
            return outcome ? outcome(state, news, here) : nothing(state);
        }
        if (state.stage() != StaffStage.CHECKING) {
            return nothing(state);
        }
        if (news instanceof StaffNews.Welcome known) {
            return ask(state.menu(known), here);
        }
        if (news instanceof DutyNews.WrongPin) {
            StaffState again = state.at(StaffStage.PIN);
            return question(again, List.of(Act.Say.of(TemplateId.DUTY_WRONG_PIN)));
        }
        if (news instanceof DutyNews.Locked) {
            return end(state, Act.Say.of(TemplateId.DUTY_LOCKED));
        }
        return news instanceof DutyNews.NotNow ? end(state, Act.Say.of(TemplateId.DUTY_NOT_NOW)) : nothing(state);
    }

    /** Said as done only when it is kept. */
    private Turn outcome(StaffState state, DutyNews news, LocalDateTime here) {
        if (news instanceof StaffNews.Put put) {
            StaffState now = state.now(put.choices());
            List<Act.Say> done = StaffWords.put(put.what(), here);
            boolean out = put.what() instanceof StaffOverride.Out;
            if (out && !put.affected().isEmpty()) {
                return prepend(done, ask(now.at(StaffStage.AFFECTED).hearing(put.affected()), here));
            }
            List<Act.Say> all = new ArrayList<>(done);
            if (out) {
                all.add(Act.Say.of(TemplateId.STAFF_AFFECTED_NONE));
            }
            return prepend(all, ask(menu(now), here));
        }
        if (news instanceof StaffNews.Lifted lifted) {
            return prepend(List.of(StaffWords.lifted(lifted.what())), ask(menu(state.now(lifted.choices())), here));
        }
        return prepend(List.of(Act.Say.of(TemplateId.DUTY_NOT_NOW)), ask(menu(state), here));
    }

    private Turn silent(StaffState state, LocalDateTime here) {
        if (state.stage() == StaffStage.CHECKING || state.stage() == StaffStage.WAITING) {
            return new Turn(state, List.of(Act.Say.of(TemplateId.ONE_MOMENT), listen(state, STILL_MS)));
        }
        if (!state.stage().asking()) {
            return nothing(state);
        }
        return state.quiet() + 1 >= MOST_QUIET
                ? end(state, Act.Say.of(TemplateId.GOODBYE_UNHEARD))
                : ask(state.quieter(), here);
    }

    // ---- sentences

    private Turn ask(StaffState state, LocalDateTime here) {
        return question(state, StaffWords.question(state, here));
    }

    private static Turn question(StaffState state, List<Act.Say> sentences) {
        List<Act> acts = new ArrayList<>(sentences);
        acts.add(listen(state, ASK_AGAIN_MS));
        return new Turn(state, acts);
    }

    private static Turn prepend(List<Act.Say> first, Turn turn) {
        List<Act> acts = new ArrayList<>(first);
        acts.addAll(turn.acts());
        return new Turn(turn.state(), acts);
    }

    private static Turn end(StaffState state, Act.Say sentence) {
        return new Turn(state.at(StaffStage.ENDED), List.of(sentence, new Act.End()));
    }

    private static Turn nothing(StaffState state) {
        return new Turn(state, List.of());
    }

    /** A PIN is several keys, every choice is one. */
    private static Listen listen(StaffState state, int silenceMs) {
        return new Listen(Hearing.OPEN, List.of(), true, state.stage() == StaffStage.PIN, silenceMs);
    }
}
