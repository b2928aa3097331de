package org.anteroom.agent.cli.setup;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who the practice is and when it is open. */
final class PracticeStep implements Step {
    private final ZoneId machine;

    /** @param machine the time zone of this machine */
    PracticeStep(ZoneId machine) {
        this.machine = machine;
    }

    @Override
    public StepName name() {
        return StepName.PRACTICE;
    }

    @Override
    public Result go(Visit visit) throws Stopped {
        Dialogue dialogue = visit.dialogue();
        Draft draft = visit.draft();
        dialogue.intro(
                "Callers hear the name. The kind of practice chooses which words count as an emergency. The hours"
                        + " decide whether a caller gets the front desk or, when you are closed, whoever is on call.");
        draft.set("practice.name", dialogue.need(Answer.NAME, "Name of the practice", draft.value("practice.name")));
        draft.set(
                "practice.type",
                dialogue.need(
                        Answer.TYPE,
                        "Kind: dental, medical, veterinary or mental-health",
                        draft.value("practice.type")));
        dialogue.say("Callers hear every hour in the practice's time zone, such as America/Chicago.");
        draft.set("practice.timezone", dialogue.need(Answer.TIMEZONE, "Time zone", zone(dialogue, draft)));
        boolean open = hours(dialogue, draft);
        draft.set("desk.number", dialogue.want(Answer.DESK, "Extension of the front desk", draft.value("desk.number")));
        return open
                ? Result.noted(draft.value("practice.name"))
                : new Result(
                        Result.Proof.NOTED,
                        draft.value("practice.name") + ", never open",
                        "give the opening hours: anteroom setup --hours \"mon-fri 8-17\"");
    }

    /** What Enter means. A machine on UTC says nothing of where the practice is, so a person must. */
    private String zone(Dialogue dialogue, Draft draft) {
        boolean utc = machine.normalized().equals(ZoneOffset.UTC)
                || machine.getRules().equals(ZoneOffset.UTC.getRules());
        return draft.value("practice.timezone", utc && dialogue.asking() ? "" : machine.getId());
    }

    private static boolean hours(Dialogue dialogue, Draft draft) throws Stopped {
        String before = OpeningHours.typed(week(draft));
        dialogue.say("Hours: days and times with commas between, as in mon-thu 8-12 13-17, fri 8-12");
        String typed = dialogue.want(Answer.HOURS, "Opening hours", before);
        Map<DayOfWeek, List<String>> week =
                typed.isEmpty() ? new EnumMap<>(DayOfWeek.class) : OpeningHours.parse(typed);
        for (DayOfWeek day : DayOfWeek.values()) {
            draft.set(key(day), week.getOrDefault(day, List.of()));
        }
        return !week.isEmpty();
    }

    private static Map<DayOfWeek, List<String>> week(Draft draft) {
        Map<DayOfWeek, List<String>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            String ranges = draft.value(key(day));
            if (!ranges.isEmpty()) {
                week.put(day, Arrays.asList(ranges.split(" ")));
            }
        }
        return week;
    }

    private static String key(DayOfWeek day) {
        return "practice.hours." + day.name().toLowerCase(Locale.ROOT);
    }
}
