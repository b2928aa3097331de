package org.anteroom.agent.rehearsal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.anteroom.agent.config.ClinicianOutcome;
import org.anteroom.agent.config.Period;
import org.anteroom.agent.config.PracticeClosure;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.dialogue.DialogueSettings;
import org.anteroom.agent.dialogue.OfficeFacts;
import org.anteroom.agent.emergency.Scorer;
import org.anteroom.agent.practice.Hours;

/**
 * A conversation that was written down with both sides, to be held again: settings first, then lines of a {@link TextCall}.
 *
 * <pre>
 *   # Asks for the clinician at night, is called back.
 *   at: 2026-11-23T20:10         the practice's local time; without it a Monday morning, 2026-11-23T09:15
 *   practice: dental             type of the practice
 *   caller: 6145550192           number of the caller, where it is sent
 *   night: page                  for each period, whom the clinician on call is for: connect, page, message
 *   recorded, desk, emergency-only, on-call: yes or no
 *   closed-until: TIME           a closure put in by command
 *   holiday-name: NAME           what the closed days are called
 * </pre>
 *
 * @param caller lines of the caller's side
 * @param written every line but comments, in order
 */
public record TextScript(Map<String, String> settings, List<String> caller, List<String> written) {
    private static final String USUAL_TIME = "2026-11-23T09:15";
    private static final Set<String> SETTINGS = settingNames();

    public TextScript {
        settings = Map.copyOf(settings);
        caller = List.copyOf(caller);
        written = List.copyOf(written);
    }

    /** @throws IllegalArgumentException naming the line that is none, and what it could be */
    public static TextScript parse(List<String> lines) {
        Map<String, String> settings = new HashMap<>();
        List<String> caller = new ArrayList<>();
        List<String> written = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            written.add(line);
            if (line.startsWith("C:") || line.startsWith("K:") || line.startsWith("*")) {
                caller.add(line);
            } else if (line.matches("[a-z-]+: .*") && written.size() == settings.size() + 1) {
                setting(line, at + 1, settings);
            } else if (!line.matches("[A=!].*")) {
                throw new IllegalArgumentException(
                        "line " + (at + 1) + " begins with none of C: K: * A: = !, and settings"
                                + " stand before the first of them: " + line);
            }
        }
        return new TextScript(settings, caller, written);
    }

    /** The same practice and time with other lines of the caller's. */
    public TextScript with(List<String> lines) {
        return new TextScript(settings, lines, written);
    }

    /** The same conversation with the agent's side as it is now. */
    public List<String> held(TextPractice usual, Optional<Scorer> scorer) {
        TextPractice practice = practice(usual);
        TextCall call = new TextCall(
                practice,
                scorer,
                LocalDateTime.parse(settings.getOrDefault("at", USUAL_TIME))
                        .atZone(practice.office().hours().zone())
                        .toInstant());
        List<String> held = new ArrayList<>(written.subList(0, settings.size()));
        held.addAll(call.began(
                Optional.ofNullable(settings.get("caller")), yes("recorded", false), yes("emergency-only", false)));
        for (String line : caller) {
            held.add(line);
            held.addAll(call.line(line));
        }
        return held;
    }

    private TextPractice practice(TextPractice usual) {
        TextPractice typed = Optional.ofNullable(settings.get("practice"))
                .flatMap(PracticeType::of)
                .map(usual::as)
                .orElse(usual);
        return new TextPractice(
                typed.type(),
                office(typed.office()),
                choices(typed.choices()),
                yes("desk", typed.desk()),
                typed.catalogue());
    }

    private OfficeFacts office(OfficeFacts usual) {
        Hours hours = usual.hours();
        Map<LocalDate, String> names = new HashMap<>(hours.holidays());
        Optional.ofNullable(settings.get("holiday-name"))
                .ifPresent(name -> hours.closed().forEach(day -> names.put(day, name)));
        List<PracticeClosure> closures = Optional.ofNullable(settings.get("closed-until"))
                .map(until -> List.of(
                        new PracticeClosure(1, LocalDateTime.MIN, LocalDateTime.parse(until), Optional.empty())))
                .orElse(hours.closures());
        return new OfficeFacts(
                usual.practice(),
                new Hours(hours.week(), hours.closed(), hours.zone(), names, closures),
                usual.address(),
                usual.directions(),
                usual.phone(),
                usual.fax());
    }

    private DialogueSettings choices(DialogueSettings usual) {
        Map<Period, ClinicianOutcome> outcomes = new EnumMap<>(usual.clinicianOnCall());
        for (Period period : Period.values()) {
            if (settings.containsKey("on-call")) {
                outcomes.put(period, yes("on-call", false) ? ClinicianOutcome.CONNECT : ClinicianOutcome.MESSAGE);
            }
            Optional.ofNullable(settings.get(name(period)))
                    .map(outcome -> ClinicianOutcome.valueOf(outcome.toUpperCase(Locale.ROOT)))
                    .ifPresent(outcome -> outcomes.put(period, outcome));
        }
        return new DialogueSettings(outcomes, usual.callBack());
    }

    private boolean yes(String name, boolean otherwise) {
        return settings.containsKey(name) ? settings.getOrDefault(name, "").equals("yes") : otherwise;
    }

    private static void setting(String line, int number, Map<String, String> settings) {
        String[] parts = line.split(": ", 2);
        if (!SETTINGS.contains(parts[0])) {
            throw new IllegalArgumentException("line " + number + ": there is no setting " + parts[0] + "; there are "
                    + String.join(", ", SETTINGS));
        }
        try {
            check(parts[0], parts[1]);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "line " + number + ": " + parts[0] + " can't be \"" + parts[1] + "\"", e);
        }
        if (settings.put(parts[0], parts[1]) != null) {
            throw new IllegalArgumentException("line " + number + ": " + parts[0] + " stands there twice; keep one");
        }
    }

    private static void check(String name, String value) {
        switch (name) {
            case "at", "closed-until" -> LocalDateTime.parse(value);
            case "practice" -> {
                if (PracticeType.of(value).isEmpty()) {
                    throw new IllegalArgumentException("no type of practice");
                }
            }
            case "recorded", "desk", "emergency-only", "on-call" -> {
                if (!value.equals("yes") && !value.equals("no")) {
                    throw new IllegalArgumentException("neither yes nor no");
                }
            }
            case "caller", "holiday-name" -> {
                // any text
            }
            default -> ClinicianOutcome.valueOf(value.toUpperCase(Locale.ROOT));
        }
    }

    private static Set<String> settingNames() {
        Set<String> names = new TreeSet<>(Set.of(
                "at",
                "practice",
                "caller",
                "recorded",
                "desk",
                "emergency-only",
                "on-call",
                "closed-until",
                "holiday-name"));
        Arrays.stream(Period.values()).map(TextScript::name).forEach(names::add);
        return names;
    }

    private static String name(Period period) {
        return period.name().toLowerCase(Locale.ROOT);
    }
}
