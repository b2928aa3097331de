package org.anteroom.agent.dialogue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anteroom.agent.emergency.DutyChoice;
import org.anteroom.agent.emergency.HandOver;
import org.anteroom.agent.words.SpokenNumbers;

/**
 * A call of somebody who hands over the on-call phone, in the place of a {@link Conversation}: keys alone mean something, so
 * that nobody hands over by what was heard. Pure, as {@link DutyStage} draws it. Emergencies are the detector's, as ever.
 */
public final class DutyTalk {
    private final ZoneId zone;
    private final char acceptKey;

    /**
     * @param zone the practice's
     * @param acceptKey with which whoever calls takes the duty themselves
     */
    public DutyTalk(ZoneId zone, char acceptKey) {
        this.zone = zone;
        this.acceptKey = acceptKey;
    }

    /** The state before {@link Input.Began}. */
    public DutyState start() {
        return DutyState.NEW;
    }

    /** What an input leads to. Never throws for any order of inputs; one that doesn't fit changes nothing. */
    public KeyTurn<DutyState> step(DutyState state, Input input, Instant now) {
        LocalDateTime here = LocalDateTime.ofInstant(now, zone);
        if (input instanceof Input.Began) {
            return state.stage() == DutyStage.NEW ? ask(state.at(DutyStage.PIN), here) : KeyTurn.nothing(state);
        }
        if (input instanceof Input.HungUp) {
            boolean waits =
                    state.stage() == DutyStage.WAITING || (state.stage() == DutyStage.SUSPENDED && underWay(state));
            return new KeyTurn<>(
                    state.at(DutyStage.ENDED),
                    waits ? List.of(new Act.HandOver(new DutyWish.TellByPhone())) : List.of());
        }
        if (state.stage() == DutyStage.ENDED) {
            return KeyTurn.nothing(state);
        }
        if (input instanceof Input.Overridden) {
            boolean kept = state.stage() == DutyStage.WAITING || state.stage() == DutyStage.SUSPENDED;
            return KeyTurn.nothing((kept ? state : DutyState.beginning(state.stage())).at(DutyStage.SUSPENDED));
        }
        if (input instanceof Input.Resumed) {
            return resumed(state, here);
        }
        if (input instanceof Input.TransferFailed) {
            return state.stage() == DutyStage.DESK
                    ? ask(DutyState.beginning(DutyStage.DESK).at(DutyStage.PIN), here)
                            .after(List.of(Act.Say.of(TemplateId.DESK_FAILED)))
                    : KeyTurn.nothing(state);
        }
        if (input instanceof Input.Keyed keyed && state.stage().asking()) {
            return keyed(state, keyed.keys(), here);
        }
        if (input instanceof Input.Silent) {
            return silent(state, here);
        }
        return input instanceof Input.Duty duty ? told(state, duty.news(), here) : KeyTurn.nothing(state);
    }

    /** A hand-over that is under way went on meanwhile, so its outcome is waited for as before. */
    private KeyTurn<DutyState> resumed(DutyState state, LocalDateTime here) {
        if (state.stage() == DutyStage.WAITING || (state.stage() == DutyStage.SUSPENDED && underWay(state))) {
            return state.missed()
                    .map(outcome -> outcome(state, outcome, here))
                    .orElseGet(() -> silent(state.at(DutyStage.WAITING), here));
        }
        return ask(DutyState.beginning(state.stage()).at(DutyStage.PIN), here);
    }

    private static boolean underWay(DutyState state) {
        return state.handOver().isPresent();
    }

    // ---- keys

    private KeyTurn<DutyState> keyed(DutyState state, String keys, LocalDateTime here) {
        if (keys.equals("0")) {
            return new KeyTurn<>(
                    DutyState.beginning(state.stage()).at(DutyStage.DESK),
                    List.of(
                            Act.Say.of(TemplateId.TO_DESK),
                            new Act.Transfer(Destination.DESK, Act.Reason.CALLER_ASKED)));
        }
        return switch (state.stage()) {
            case PIN -> keys.isEmpty()
                    ? ask(state, here)
                    : new KeyTurn<>(
                            state.at(DutyStage.CHECKING),
                            List.of(
                                    new Act.HandOver(new DutyWish.CheckPin(keys)),
                                    KeyMenu.listen(false, KeyMenu.STILL_MS)));
            case ROTA -> KeyMenu.row(state.known().map(DutyNews.Known::choices).orElse(List.of()), keys)
                    .map(rota -> ask(state.choosing(rota).at(DutyStage.WHOM), here))
                    .orElseGet(() -> ask(state, here));
            case WHOM -> KeyMenu.row(state.others(), keys)
                    .map(other -> ask(state.with(other).at(DutyStage.UNTIL), here))
                    .orElseGet(() -> ask(state, here));
            case UNTIL -> KeyMenu.row(state.choice().map(DutyChoice::ends).orElse(List.of()), keys)
                    .flatMap(end -> wanted(state, end))
                    .map(handOver -> chosen(state.wanting(handOver), handOver, here))
                    .orElseGet(() -> ask(state, here));
            case CONFIRM -> keys.equals(String.valueOf(acceptKey))
                    ? state.handOver()
                            .map(handOver -> new KeyTurn<>(
                                    state.at(DutyStage.WAITING),
                                    List.of(
                                            new Act.HandOver(new DutyWish.Take(handOver)),
                                            KeyMenu.listen(false, KeyMenu.STILL_MS))))
                            .orElseGet(() -> KeyTurn.nothing(state))
                    : ask(state, here);
            default -> KeyTurn.nothing(state);
        };
    }

    private static Optional<HandOver> wanted(DutyState state, LocalDateTime until) {
        return state.known().flatMap(known -> state.choice()
                .flatMap(choice -> state.other().map(other -> choice.handOver(known.who(), other, until))));
    }

    private KeyTurn<DutyState> chosen(DutyState state, HandOver handOver, LocalDateTime here) {
        return giving(state)
                ? new KeyTurn<>(
                        state.at(DutyStage.WAITING),
                        List.of(
                                Act.Say.of(TemplateId.DUTY_CALLING, Slot.WHO, handOver.taker()),
                                new Act.HandOver(new DutyWish.Ask(handOver)),
                                KeyMenu.listen(false, KeyMenu.STILL_MS)))
                : ask(state.at(DutyStage.CONFIRM), here);
    }

    private static boolean giving(DutyState state) {
        return state.choice().map(DutyChoice::giving).orElse(false);
    }

    // ---- what comes back

    private KeyTurn<DutyState> told(DutyState state, DutyNews news, LocalDateTime here) {
        if (news instanceof StaffNews) {
            return KeyTurn.nothing(state);
        }
        boolean ofPin =
                news instanceof DutyNews.Known || news instanceof DutyNews.WrongPin || news instanceof DutyNews.Locked;
        if (state.stage() == DutyStage.SUSPENDED) {
            return KeyTurn.nothing(underWay(state) && !ofPin ? state.missing(news) : state);
        }
        if (state.stage() == DutyStage.WAITING) {
            return ofPin ? KeyTurn.nothing(state) : outcome(state, news, here);
        }
        if (state.stage() != DutyStage.CHECKING || !(ofPin || news instanceof DutyNews.NotNow)) {
            return KeyTurn.nothing(state);
        }
        if (news instanceof DutyNews.Known known) {
            List<DutyChoice> open =
                    known.choices().stream().filter(DutyChoice::any).toList();
            DutyState knowing = state.knowing(new DutyNews.Known(known.who(), open));
            return switch (open.size()) {
                case 0 -> KeyTurn.end(state.at(DutyStage.ENDED), Act.Say.of(TemplateId.DUTY_NOTHING));
                case 1 -> ask(knowing.choosing(open.get(0)).at(DutyStage.WHOM), here);
                default -> ask(knowing.at(DutyStage.ROTA), here);
            };
        }
        if (news instanceof DutyNews.WrongPin) {
            return question(state.at(DutyStage.PIN), List.of(Act.Say.of(TemplateId.DUTY_WRONG_PIN)));
        }
        return KeyTurn.end(
                state.at(DutyStage.ENDED),
                Act.Say.of(news instanceof DutyNews.Locked ? TemplateId.DUTY_LOCKED : TemplateId.DUTY_NOT_NOW));
    }

    private KeyTurn<DutyState> outcome(DutyState state, DutyNews news, LocalDateTime here) {
        return state.handOver()
                .map(handOver -> KeyTurn.end(state.at(DutyStage.ENDED), told(news, handOver, giving(state), here)))
                .orElseGet(() -> KeyTurn.nothing(state));
    }

    /**
     * How the outcome is told to one of both.
     *
     * @param giver whether to whoever had the duty before
     */
    public static Act.Say told(DutyNews news, HandOver handOver, boolean giver, LocalDateTime here) {
        if (news instanceof DutyNews.Done) {
            String until = DutyWords.moment(handOver.until(), here);
            return giver
                    ? Act.Say.of(TemplateId.DUTY_DONE, Slot.WHO, handOver.taker(), Slot.WHEN, until)
                    : Act.Say.of(TemplateId.DUTY_YOURS, Slot.WHEN, until);
        }
        if (news instanceof DutyNews.NotTaken && giver) {
            return Act.Say.of(TemplateId.DUTY_NOT_TAKEN, Slot.WHO, handOver.taker());
        }
        if (news instanceof DutyNews.Hole) {
            return Act.Say.of(TemplateId.DUTY_HOLE);
        }
        return Act.Say.of(TemplateId.DUTY_NOT_NOW);
    }

    private KeyTurn<DutyState> silent(DutyState state, LocalDateTime here) {
        if (state.stage() == DutyStage.CHECKING) {
            return new KeyTurn<>(
                    state, List.of(Act.Say.of(TemplateId.ONE_MOMENT), KeyMenu.listen(false, KeyMenu.STILL_MS)));
        }
        if (state.stage() == DutyStage.WAITING) {
            Act.Say still = giving(state)
                    ? Act.Say.of(
                            TemplateId.DUTY_STILL_CALLING,
                            Slot.WHO,
                            state.other().orElse(""))
                    : Act.Say.of(TemplateId.ONE_MOMENT);
            return new KeyTurn<>(state, List.of(still, KeyMenu.listen(false, KeyMenu.STILL_MS)));
        }
        if (!state.stage().asking()) {
            return KeyTurn.nothing(state);
        }
        return state.quiet() + 1 >= KeyMenu.MOST_QUIET
                ? KeyTurn.end(state.at(DutyStage.ENDED), Act.Say.of(TemplateId.GOODBYE_UNHEARD))
                : ask(state.quieter(), here);
    }

    // ---- sentences

    private KeyTurn<DutyState> ask(DutyState state, LocalDateTime here) {
        return question(
                state,
                switch (state.stage()) {
                    case PIN -> List.of(Act.Say.of(TemplateId.DUTY_WELCOME));
                    case ROTA -> KeyMenu.rows(
                            state.known().map(DutyNews.Known::choices).orElse(List.of()),
                            (choice, key) -> Act.Say.of(TemplateId.DUTY_ROTA, Slot.ROTA, choice.rota(), Slot.KEY, key));
                    case WHOM -> whom(state);
                    case UNTIL -> DutyWords.ends(
                            state.choice().map(DutyChoice::ends).orElse(List.of()), here);
                    case CONFIRM -> state.handOver().stream()
                            .map(what -> new Act.Say(
                                    TemplateId.DUTY_CONFIRM,
                                    Map.of(
                                            Slot.WHO,
                                            what.giver(),
                                            Slot.WHEN,
                                            DutyWords.moment(what.until(), here),
                                            Slot.KEY,
                                            key(acceptKey))))
                            .toList();
                    default -> List.of();
                });
    }

    private static List<Act.Say> whom(DutyState state) {
        List<Act.Say> say = new ArrayList<>();
        state.choice()
                .ifPresent(choice -> say.add(Act.Say.of(
                        TemplateId.DUTY_ON_CALL,
                        Slot.WHO,
                        DutyWords.names(choice.onCall()),
                        Slot.ROTA,
                        choice.rota())));
        TemplateId sentence = giving(state) ? TemplateId.DUTY_GIVE : TemplateId.DUTY_TAKE;
        say.addAll(KeyMenu.rows(state.others(), (name, key) -> Act.Say.of(sentence, Slot.WHO, name, Slot.KEY, key)));
        return say;
    }

    /** A key as it is said aloud. */
    public static String key(char key) {
        return switch (key) {
            case '*' -> "star";
            case '#' -> "pound";
            default -> SpokenNumbers.said(Character.digit(key, 10));
        };
    }

    private static KeyTurn<DutyState> question(DutyState state, List<Act.Say> sentences) {
        return KeyTurn.saying(state, sentences, KeyMenu.listen(state.stage() == DutyStage.PIN, KeyMenu.ASK_AGAIN_MS));
    }
}
