package org.anteroom.agent.rehearsal;

import java.time.DateTimeException;
import java.time.Instant;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anteroom.agent.config.ClinicianOutcome;
import org.anteroom.agent.config.IdentityConfig;
import org.anteroom.agent.config.IdentityConfig.Factor;
import org.anteroom.agent.config.Period;
import org.anteroom.agent.config.PracticeClosure;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.dialogue.DialogueSettings;
import org.anteroom.agent.dialogue.OfficeFacts;
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
 *   books: no                    there is no appointment book
 *   factor: none                 what callers are asked for beside name and date of birth: none, pin, call-back,
 *                                text (the code that is sent is always 314159)
 *   on file: NAME, BORN, NUMBER, PIN      a patient; may stand several times
 *   proxy: NAME, FOR WHOM, PIN            who may act for a patient on file; may stand several times
 *   appointment: NAME, VISIT, TIME, PROVIDER    of a patient on file; may stand several times
 * </pre>
 *
 * @param onFile what the practice's records hold
 * @param caller lines of the caller's side
 * @param written every line but comments, in order
 */
public record TextScript(Map<String, String> settings, List<OnFile> onFile, List<String> caller, List<String> written) {
    private static final String USUAL_TIME = "2026-11-23T09:15";
    private static final Set<String> SETTINGS = settingNames();

    public TextScript {
        settings = Map.copyOf(settings);
        onFile = List.copyOf(onFile);
        caller = List.copyOf(caller);
        written = List.copyOf(written);
    }

    /** @throws IllegalArgumentException naming the line that is none, and what it could be */
    public static TextScript parse(List<String> lines) {
        Map<String, String> settings = new HashMap<>();
        List<OnFile> onFile = new ArrayList<>();
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
            } else if (line.matches("[a-z -]+: .*") && written.size() == settings.size() + onFile.size() + 1) {
                heading(line, at + 1, settings, onFile);
            } else if (!line.matches("[A=!].*")) {
                throw new IllegalArgumentException(
                        "line " + (at + 1) + " begins with none of C: K: * A: = !, and settings"
                                + " stand before the first of them: " + line);
            }
        }
        return new TextScript(settings, onFile, caller, written);
    }

    /** The same practice and time with other lines of the caller's. */
    public TextScript with(List<String> lines) {
        return new TextScript(settings, onFile, lines, written);
    }

    /** The lines before the conversation, as they are written. */
    public List<String> headings() {
        return written.subList(0, settings.size() + onFile.size());
    }

    /** The same conversation with the agent's side as it is now. */
    public List<String> held(TextScene scene) {
        TextCall call = call(scene);
        List<String> held = new ArrayList<>(headings());
        held.addAll(began(call));
        for (String line : caller) {
            held.add(line);
            held.addAll(call.line(line));
        }
        return held;
    }

    /** The call before it is answered. */
    public TextCall call(TextScene scene) {
        TextPractice practice = practice(scene.practice());
        Instant now = LocalDateTime.parse(settings.getOrDefault("at", USUAL_TIME))
                .atZone(practice.office().hours().zone())
                .toInstant();
        return new TextCall(
                practice, scene.scorer(), scene.meaning(), scene.records().fresh(practice, onFile, now), now);
    }

    /** What the agent says when the call is answered. */
    public List<String> began(TextCall call) {
        return call.began(
                Optional.ofNullable(settings.get("caller")), yes("recorded", false), yes("emergency-only", false));
    }

    private TextPractice practice(TextPractice usual) {
        TextPractice typed = Optional.ofNullable(settings.get("practice"))
                .flatMap(PracticeType::of)
                .map(usual::as)
                .orElse(usual);
        TextPractice booked = yes("books", true) ? typed : typed.unbooked();
        return booked.with(
                identity(booked.identity()),
                office(booked.office()),
                choices(booked.choices()),
                yes("desk", booked.desk()));
    }

    private IdentityConfig identity(IdentityConfig usual) {
        return Optional.ofNullable(settings.get("factor"))
                .map(factor -> new IdentityConfig(
                        factor(factor),
                        usual.confirm(),
                        usual.cancel(),
                        usual.reschedule(),
                        usual.book(),
                        usual.attempts(),
                        usual.lockMinutes()))
                .orElse(usual);
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
                usual.parking(),
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

    private static void heading(String line, int number, Map<String, String> settings, List<OnFile> onFile) {
        String[] parts = line.split(": ", 2);
        try {
            if (parts[0].equals("on file")) {
                onFile.add(OnFile.person(parts[1]));
                return;
            }
            if (parts[0].equals("proxy")) {
                onFile.add(OnFile.proxy(parts[1]));
                return;
            }
            if (parts[0].equals("appointment")) {
                onFile.add(OnFile.visit(parts[1]));
                return;
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "line " + number + ": " + parts[0] + " can't be \"" + parts[1] + "\"; write " + form(parts[0]), e);
        }
        setting(line, number, settings);
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
                    "line " + number + ": " + parts[0] + " can't be \"" + parts[1] + "\"; write " + form(parts[0]), e);
        }
        if (settings.put(parts[0], parts[1]) != null) {
            throw new IllegalArgumentException("line " + number + ": " + parts[0] + " stands there twice; keep one");
        }
    }

    /** What a heading takes. */
    private static String form(String name) {
        return switch (name) {
            case "on file" -> OnFile.PERSON_FORM;
            case "proxy" -> OnFile.PROXY_FORM;
            case "appointment" -> OnFile.VISIT_FORM;
            case "at", "closed-until" -> "the practice's local time, such as " + USUAL_TIME;
            case "practice" -> Stream.of(PracticeType.values())
                    .map(PracticeType::id)
                    .collect(Collectors.joining(", ", "one of ", ""));
            case "recorded", "desk", "emergency-only", "on-call", "books" -> "yes or no";
            case "factor" -> "one of none, pin, call-back, text";
            default -> "one of connect, page, message";
        };
    }

    private static void check(String name, String value) {
        switch (name) {
            case "at", "closed-until" -> LocalDateTime.parse(value);
            case "practice" -> {
                if (PracticeType.of(value).isEmpty()) {
                    throw new IllegalArgumentException("no type of practice");
                }
            }
            case "recorded", "desk", "emergency-only", "on-call", "books" -> {
                if (!value.equals("yes") && !value.equals("no")) {
                    throw new IllegalArgumentException("neither yes nor no");
                }
            }
            case "factor" -> factor(value);
            case "caller", "holiday-name" -> {
                // any text
            }
            default -> ClinicianOutcome.valueOf(value.toUpperCase(Locale.ROOT));
        }
    }

    private static Factor factor(String value) {
        return Factor.valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_'));
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
                "books",
                "factor",
                "holiday-name"));
        Arrays.stream(Period.values()).map(TextScript::name).forEach(names::add);
        return names;
    }

    private static String name(Period period) {
        return period.name().toLowerCase(Locale.ROOT);
    }
}
