package org.anteroom.agent.dialogue;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.anteroom.agent.words.SpokenNumbers;

/** The sentences of a {@link StaffTalk}. Pure. */
final class StaffWords {
    /** The key for further providers; {@code 9} goes back. */
    static final String MORE = "8";

    private static final int ROWS = 7;
    private static final int MOST_ROWS = 8;
    private static final int MOST_SAID = 99;

    private StaffWords() {}

    /** Whether not all can be read out at once. */
    static boolean more(List<StaffOverride.Out> all) {
        return all.size() > MOST_ROWS;
    }

    static List<StaffOverride.Out> page(List<StaffOverride.Out> all, int page) {
        return more(all) ? all.subList(page * ROWS, Math.min(all.size(), (page + 1) * ROWS)) : all;
    }

    /** The page after one; the first after the last. */
    static int turned(List<StaffOverride.Out> all, int page) {
        return (page + 1) * ROWS < all.size() ? page + 1 : 0;
    }

    /** What is asked at a stage. */
    static List<Act.Say> question(StaffState state, LocalDateTime here) {
        StaffChoices choices = state.choices();
        return switch (state.stage()) {
            case PIN -> List.of(Act.Say.of(TemplateId.STAFF_WELCOME));
            case MENU -> menu(choices);
            case UNTIL -> back(DutyWords.ends(choices.ends(), here));
            case PROVIDER -> {
                List<Act.Say> rows = rows(
                        page(choices.providers(), state.page()),
                        (out, key) -> Act.Say.of(TemplateId.STAFF_FOR, Slot.WHO, out.name(), Slot.KEY, key));
                if (more(choices.providers())) {
                    rows.add(Act.Say.of(TemplateId.STAFF_MORE));
                }
                yield back(rows);
            }
            case LIFT -> back(rows(choices.inForce(), StaffWords::lift));
            case CONFIRM -> state.wish().stream()
                    .flatMap(wish -> confirm(wish, here).stream())
                    .toList();
            case AFFECTED -> state.read() > 0
                    ? appointment(state)
                    : affected(state.affected().size());
            default -> List.of();
        };
    }

    private static List<Act.Say> menu(StaffChoices choices) {
        List<Act.Say> say = new ArrayList<>();
        if (choices.desk()) {
            say.add(Act.Say.of(TemplateId.STAFF_MENU_DESK));
        }
        say.add(Act.Say.of(TemplateId.STAFF_MENU_CLOSE));
        if (!choices.providers().isEmpty()) {
            say.add(Act.Say.of(TemplateId.STAFF_MENU_OUT));
        }
        say.add(Act.Say.of(TemplateId.STAFF_MENU_IN_FORCE));
        if (!choices.inForce().isEmpty()) {
            say.add(Act.Say.of(TemplateId.STAFF_MENU_LIFT));
        }
        return say;
    }

    private static List<Act.Say> confirm(StaffWish wish, LocalDateTime here) {
        List<Act.Say> say = new ArrayList<>();
        if (wish instanceof StaffWish.Put put) {
            say.addAll(coming(put.what(), here));
        } else if (wish instanceof StaffWish.Lift lift) {
            say.add(lifting(lift.what()));
        }
        say.add(Act.Say.of(TemplateId.STAFF_CONFIRM));
        return back(say);
    }

    private static List<Act.Say> coming(StaffOverride what, LocalDateTime here) {
        if (what instanceof StaffOverride.Out out) {
            return List.of(
                    Act.Say.of(TemplateId.STAFF_OUT_ASKED, Slot.WHO, out.name()),
                    Act.Say.of(TemplateId.STAFF_OUT_KEEPS));
        }
        boolean desk = what instanceof StaffOverride.ToDesk;
        return List.of(Act.Say.of(
                desk ? TemplateId.STAFF_DESK_ASKED : TemplateId.STAFF_CLOSED_ASKED,
                Slot.WHEN,
                DutyWords.moment(what.until(), here)));
    }

    private static Act.Say stands(StaffOverride what, LocalDateTime here) {
        if (what instanceof StaffOverride.Out out) {
            return Act.Say.of(TemplateId.STAFF_OUT, Slot.WHO, out.name());
        }
        return Act.Say.of(
                what instanceof StaffOverride.ToDesk ? TemplateId.STAFF_DESK : TemplateId.STAFF_CLOSED,
                Slot.WHEN,
                DutyWords.moment(what.until(), here));
    }

    /** Each thing in force in a sentence. */
    static List<Act.Say> inForce(StaffChoices choices, LocalDateTime here) {
        if (choices.inForce().isEmpty()) {
            return List.of(Act.Say.of(TemplateId.STAFF_NOTHING));
        }
        return choices.inForce().stream().map(what -> stands(what, here)).toList();
    }

    /** That it is done. */
    static List<Act.Say> put(StaffOverride what, LocalDateTime here) {
        return List.of(Act.Say.of(TemplateId.STAFF_DONE), stands(what, here));
    }

    static Act.Say lifted(StaffOverride what) {
        if (what instanceof StaffOverride.Out out) {
            return Act.Say.of(TemplateId.STAFF_BACK_IN, Slot.WHO, out.name());
        }
        return Act.Say.of(
                what instanceof StaffOverride.ToDesk ? TemplateId.STAFF_DESK_OVER : TemplateId.STAFF_CLOSED_OVER);
    }

    private static Act.Say lifting(StaffOverride what) {
        if (what instanceof StaffOverride.Out out) {
            return Act.Say.of(TemplateId.STAFF_END_OUT, Slot.WHO, out.name());
        }
        return Act.Say.of(
                what instanceof StaffOverride.ToDesk ? TemplateId.STAFF_END_DESK : TemplateId.STAFF_END_CLOSED);
    }

    private static Act.Say lift(StaffOverride what, String key) {
        if (what instanceof StaffOverride.Out out) {
            return Act.Say.of(TemplateId.STAFF_LIFT_OUT, Slot.WHO, out.name(), Slot.KEY, key);
        }
        return Act.Say.of(
                what instanceof StaffOverride.ToDesk ? TemplateId.STAFF_LIFT_DESK : TemplateId.STAFF_LIFT_CLOSED,
                Slot.KEY,
                key);
    }

    private static List<Act.Say> affected(int count) {
        Act.Say said = count == 1
                ? Act.Say.of(TemplateId.STAFF_AFFECTED_ONE)
                : Act.Say.of(TemplateId.STAFF_AFFECTED, Slot.COUNT, SpokenNumbers.said(Math.min(count, MOST_SAID)));
        return back(new ArrayList<>(List.of(said, Act.Say.of(TemplateId.STAFF_HEAR))));
    }

    /** The one that was asked for last, by its time alone. */
    static List<Act.Say> appointment(StaffState state) {
        LocalDateTime at =
                state.affected().get(Math.min(state.read(), state.affected().size()) - 1);
        Act.Say when =
                Act.Say.of(TemplateId.STAFF_APPOINTMENT, Slot.WHEN, InWords.moment(at.getHour() * 60 + at.getMinute()));
        return state.read() < state.affected().size()
                ? back(new ArrayList<>(List.of(when, Act.Say.of(TemplateId.STAFF_NEXT))))
                : List.of(when, Act.Say.of(TemplateId.STAFF_LAST));
    }

    /** As many as have a key; what is beyond ends by itself. */
    private static <T> List<Act.Say> rows(List<T> rows, BiFunction<T, String, Act.Say> sentence) {
        return KeyMenu.rows(rows.subList(0, Math.min(rows.size(), MOST_ROWS)), sentence);
    }

    private static List<Act.Say> back(List<Act.Say> say) {
        say.add(Act.Say.of(TemplateId.STAFF_BACK));
        return say;
    }
}
