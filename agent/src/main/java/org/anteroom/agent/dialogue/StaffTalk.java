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
    public KeyTurn<StaffState> step(StaffState state, Input input, Instant now) {
        LocalDateTime here = LocalDateTime.ofInstant(now, zone);
        if (input instanceof Input.Began) {
            return state.stage() == StaffStage.NEW ? ask(state.at(StaffStage.PIN), here) : KeyTurn.nothing(state);
        }
        if (state.stage() == StaffStage.ENDED || input instanceof Input.HungUp) {
            return KeyTurn.nothing(state.at(StaffStage.ENDED));
        }
        if (input instanceof Input.Overridden) {
            return KeyTurn.nothing(
                    (underWay(state) ? state : StaffState.beginning(state.stage())).at(StaffStage.SUSPENDED));
        }
        if (input instanceof Input.Resumed) {
            return resumed(state, here);
        }
        if (input instanceof Input.TransferFailed) {
            return state.stage() == StaffStage.DESK
                    ? ask(StaffState.beginning(StaffStage.DESK).at(StaffStage.PIN), here)
                            .after(List.of(Act.Say.of(TemplateId.DESK_FAILED)))
                    : KeyTurn.nothing(state);
        }
        if (input instanceof Input.Keyed keyed && state.stage().asking()) {
            return keyed(state, keyed.keys(), here);
        }
        if (input instanceof Input.Keyed keyed && state.stage() == StaffStage.CHECKING) {
            return KeyTurn.nothing(state.typing(keyed.keys()));
        }
        if (input instanceof Input.Silent) {
            return silent(state, here);
        }
        return input instanceof Input.Duty duty ? told(state, duty.news(), here) : KeyTurn.nothing(state);
    }

    /** What is being written is written meanwhile, so its outcome is waited for as before. */
    private static boolean underWay(StaffState state) {
        return state.stage() == StaffStage.WAITING
                || (state.stage() == StaffStage.SUSPENDED && state.wish().isPresent());
    }

    private KeyTurn<StaffState> resumed(StaffState state, LocalDateTime here) {
        if (!underWay(state)) {
            return state.stage() == StaffStage.SUSPENDED
                    ? ask(StaffState.beginning(StaffStage.SUSPENDED).at(StaffStage.PIN), here)
                    : KeyTurn.nothing(state);
        }
        StaffState waiting = state.at(StaffStage.WAITING);
        return waiting.missed().map(outcome -> outcome(waiting, outcome, here)).orElseGet(() -> silent(waiting, here));
    }

    // ---- keys

    private KeyTurn<StaffState> keyed(StaffState state, String keys, LocalDateTime here) {
        if (keys.equals("0")) {
            return new KeyTurn<>(
                    StaffState.beginning(state.stage()).at(StaffStage.DESK),
                    List.of(
                            Act.Say.of(TemplateId.TO_DESK),
                            new Act.Transfer(Destination.DESK, Act.Reason.CALLER_ASKED)));
        }
        if (state.stage() == StaffStage.PIN) {
            return keys.isEmpty()
                    ? ask(state, here)
                    : new KeyTurn<>(
                            state.at(StaffStage.CHECKING),
                            List.of(
                                    new Act.HandOver(new DutyWish.CheckPin(keys)),
                                    KeyMenu.listen(false, KeyMenu.STILL_MS)));
        }
        if (keys.equals(BACK) && state.stage() != StaffStage.MENU) {
            return ask(menu(state), here);
        }
        return switch (state.stage()) {
            case MENU -> chosen(state, keys, here);
            case UNTIL -> KeyMenu.row(state.choices().ends(), keys)
                    .map(end -> put(
                            state,
                            state.closing() ? new StaffOverride.Closed(end) : new StaffOverride.ToDesk(end),
                            here))
                    .orElseGet(() -> ask(state, here));
            case PROVIDER -> provider(state, keys, here);
            case LIFT -> KeyMenu.row(state.choices().inForce(), keys)
                    .flatMap(what -> state.known().map(who -> new StaffWish.Lift(who.who(), what)))
                    .map(wish -> ask(state.wanting(wish).at(StaffStage.CONFIRM), here))
                    .orElseGet(() -> ask(state, here));
            case CONFIRM -> keys.equals(YES)
                    ? state.wish()
                            .map(wish -> new KeyTurn<>(
                                    state.at(StaffStage.WAITING),
                                    List.of(new Act.HandOver(wish), listen(state, KeyMenu.STILL_MS))))
                            .orElseGet(() -> KeyTurn.nothing(state))
                    : ask(state, here);
            case AFFECTED -> keys.equals(YES) ? read(state.next(), here) : ask(state, here);
            default -> KeyTurn.nothing(state);
        };
    }

    private KeyTurn<StaffState> chosen(StaffState state, String keys, LocalDateTime here) {
        StaffChoices choices = state.choices();
        StaffState next =
                switch (keys) {
                    case "1" -> choices.desk() ? state.closing(false).at(StaffStage.UNTIL) : state;
                    case "2" -> state.closing(true).at(StaffStage.UNTIL);
                    case "3" -> choices.providers().isEmpty() ? state : state.at(StaffStage.PROVIDER);
                    case "5" -> choices.inForce().isEmpty() ? state : state.at(StaffStage.LIFT);
                    default -> state;
                };
        return keys.equals("4") ? ask(state, here).after(StaffWords.inForce(choices, here)) : ask(next, here);
    }

    private KeyTurn<StaffState> provider(StaffState state, String keys, LocalDateTime here) {
        List<StaffOverride.Out> all = state.choices().providers();
        if (keys.equals(StaffWords.MORE) && StaffWords.more(all)) {
            return ask(state.turned(StaffWords.turned(all, state.page())), here);
        }
        return KeyMenu.row(StaffWords.page(all, state.page()), keys)
                .map(out -> put(state, out, here))
                .orElseGet(() -> ask(state, here));
    }

    private KeyTurn<StaffState> put(StaffState state, StaffOverride what, LocalDateTime here) {
        return state.known()
                .map(who ->
                        ask(state.wanting(new StaffWish.Put(who.who(), what)).at(StaffStage.CONFIRM), here))
                .orElseGet(() -> KeyTurn.nothing(state));
    }

    /** What a button of the phone sent at once: the code, the PIN and the choices. Of the choices only the last is heard. */
    private KeyTurn<StaffState> typed(KeyTurn<StaffState> menu, String ahead, LocalDateTime here) {
        KeyTurn<StaffState> turn = menu;
        for (int at = 0; at < ahead.length() && turn.state().stage().asking(); at++) {
            turn = keyed(turn.state(), ahead.substring(at, at + 1), here);
        }
        return turn;
    }

    /** The one that is to be heard now. */
    private KeyTurn<StaffState> read(StaffState state, LocalDateTime here) {
        List<Act.Say> one = StaffWords.appointment(state);
        return state.read() < state.affected().size()
                ? question(state, one)
                : ask(menu(state), here).after(one);
    }

    private static StaffState menu(StaffState state) {
        return state.known().map(state::menu).orElse(state);
    }

    // ---- what comes back

    private KeyTurn<StaffState> told(StaffState state, DutyNews news, LocalDateTime here) {
        boolean outcome =
                news instanceof StaffNews.Put || news instanceof StaffNews.Lifted || news instanceof DutyNews.NotNow;
        if (state.stage() == StaffStage.SUSPENDED) {
            return KeyTurn.nothing(underWay(state) && outcome ? state.missing(news) : state);
        }
        if (state.stage() == StaffStage.WAITING) {
            return outcome ? outcome(state, news, here) : KeyTurn.nothing(state);
        }
        if (state.stage() != StaffStage.CHECKING) {
            return KeyTurn.nothing(state);
        }
        if (news instanceof StaffNews.Welcome known) {
            return typed(ask(state.menu(known), here), state.ahead(), here);
        }
        if (news instanceof DutyNews.WrongPin) {
            StaffState again = StaffState.beginning(StaffStage.CHECKING).at(StaffStage.PIN);
            return question(again, List.of(Act.Say.of(TemplateId.DUTY_WRONG_PIN)));
        }
        if (news instanceof DutyNews.Locked) {
            return KeyTurn.end(state.at(StaffStage.ENDED), Act.Say.of(TemplateId.DUTY_LOCKED));
        }
        return news instanceof DutyNews.NotNow
                ? KeyTurn.end(state.at(StaffStage.ENDED), Act.Say.of(TemplateId.DUTY_NOT_NOW))
                : KeyTurn.nothing(state);
    }

    /** Said as done only when it is kept. */
    private KeyTurn<StaffState> outcome(StaffState state, DutyNews news, LocalDateTime here) {
        if (news instanceof StaffNews.Put put) {
            StaffState now = state.now(put.choices());
            List<Act.Say> done = StaffWords.put(put.what(), here);
            boolean out = put.what() instanceof StaffOverride.Out;
            if (out && !put.affected().isEmpty()) {
                return ask(now.at(StaffStage.AFFECTED).hearing(put.affected()), here)
                        .after(done);
            }
            List<Act.Say> all = new ArrayList<>(done);
            if (out) {
                all.add(Act.Say.of(TemplateId.STAFF_AFFECTED_NONE));
            }
            return ask(menu(now), here).after(all);
        }
        if (news instanceof StaffNews.Lifted lifted) {
            return ask(menu(state.now(lifted.choices())), here).after(List.of(StaffWords.lifted(lifted.what())));
        }
        return ask(menu(state), here).after(List.of(Act.Say.of(TemplateId.DUTY_NOT_NOW)));
    }

    private KeyTurn<StaffState> silent(StaffState state, LocalDateTime here) {
        if (state.stage() == StaffStage.CHECKING || state.stage() == StaffStage.WAITING) {
            return new KeyTurn<>(state, List.of(Act.Say.of(TemplateId.ONE_MOMENT), listen(state, KeyMenu.STILL_MS)));
        }
        if (!state.stage().asking()) {
            return KeyTurn.nothing(state);
        }
        return state.quiet() + 1 >= KeyMenu.MOST_QUIET
                ? KeyTurn.end(state.at(StaffStage.ENDED), Act.Say.of(TemplateId.GOODBYE_UNHEARD))
                : ask(state.quieter(), here);
    }

    // ---- sentences

    private KeyTurn<StaffState> ask(StaffState state, LocalDateTime here) {
        return question(state, StaffWords.question(state, here));
    }

    private static KeyTurn<StaffState> question(StaffState state, List<Act.Say> sentences) {
        return KeyTurn.saying(state, sentences, listen(state, KeyMenu.ASK_AGAIN_MS));
    }

    /** A PIN is several keys, every choice is one. */
    private static Listen listen(StaffState state, int silenceMs) {
        return KeyMenu.listen(state.stage() == StaffStage.PIN, silenceMs);
    }
}
