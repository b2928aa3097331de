package org.anteroom.agent.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.config.ClinicianOutcome;
import org.anteroom.agent.config.Period;
import org.anteroom.agent.config.PracticeClosure;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.config.TimeRange;
import org.anteroom.agent.config.WeekHours;
import org.anteroom.agent.practice.Hours;
import org.anteroom.agent.words.Normaliser;

/**
 * A conversation as text, played through the real thing.
 *
 * <pre>
 *   at: 2026-11-23T09:15         settings first, each with a default: at, practice, caller, recorded, desk, on-call,
 *   caller: 6145550192           emergency-only, closed-until, holiday-name (the name of closed dates)
 *   night: page                  for each period, whom the clinician on call is for: connect, page, message
 *   C: when do you open          the caller speaks (after "|" the slot recogniser's words)
 *   K: 0                         the caller presses keys
 *   * silent                     silent, saved, not saved, nobody, overridden, resumed, hangs up
 *   A: Good morning.             what the agent says, word for word
 *   = save MESSAGE ...           what it does besides listening
 * </pre>
 */
final class Script {
    static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final Conversation conversation;
    private final Catalogue catalogue;
    private final CallFacts facts;
    private final Instant now;
    private State state;
    private int clock;

    Script(Map<String, String> settings) {
        String type = settings.getOrDefault("practice", "dental").toUpperCase(Locale.ROOT);
        catalogue = Catalogue.of(PracticeType.valueOf(type.replace('-', '_')));
        conversation = new Conversation(choices(settings));
        facts = new CallFacts(
                office(settings),
                Optional.ofNullable(settings.get("caller")),
                yes(settings, "recorded", false),
                yes(settings, "emergency-only", false),
                yes(settings, "desk", true));
        now = LocalDateTime.parse(settings.getOrDefault("at", "2026-11-23T09:15"))
                .atZone(ZONE)
                .toInstant();
        state = conversation.start();
    }

    /** What is configured for each period, else for all of them. */
    private static DialogueSettings choices(Map<String, String> settings) {
        Map<Period, ClinicianOutcome> outcomes = new EnumMap<>(Period.class);
        for (Period period : Period.values()) {
            String otherwise = yes(settings, "on-call", false) ? "connect" : "message";
            String configured = settings.getOrDefault(period.name().toLowerCase(Locale.ROOT), otherwise);
            outcomes.put(period, ClinicianOutcome.valueOf(configured.toUpperCase(Locale.ROOT)));
        }
        return new DialogueSettings(outcomes, Duration.ofMinutes(30));
    }

    private static OfficeFacts office(Map<String, String> settings) {
        OfficeFacts usual = office();
        Hours hours = usual.hours();
        Map<LocalDate, String> names = new HashMap<>();
        Optional.ofNullable(settings.get("holiday-name"))
                .ifPresent(name -> hours.closed().forEach(day -> names.put(day, name)));
        List<PracticeClosure> closures = Optional.ofNullable(settings.get("closed-until"))
                .map(until -> List.of(
                        new PracticeClosure(1, LocalDateTime.MIN, LocalDateTime.parse(until), Optional.empty())))
                .orElse(List.of());
        return new OfficeFacts(
                usual.practice(),
                new Hours(hours.week(), hours.closed(), hours.zone(), names, closures),
                usual.address(),
                usual.directions(),
                usual.phone(),
                usual.fax());
    }

    static OfficeFacts office() {
        List<TimeRange> whole = List.of(new TimeRange(8 * 60, 12 * 60), new TimeRange(13 * 60, 17 * 60));
        List<TimeRange> half = List.of(new TimeRange(8 * 60, 12 * 60));
        WeekHours week = new WeekHours(whole, whole, whole, whole, half, List.of(), List.of());
        return new OfficeFacts(
                "Maple Street Dental",
                new Hours(week, Set.of(LocalDate.of(2026, 11, 26), LocalDate.of(2026, 12, 25)), ZONE),
                Optional.of("12 Maple Street, Springfield"),
                Optional.of("Turn left at the library."),
                Optional.of("614 555 0100"),
                Optional.empty());
    }

    /** What the agent does when the call is answered. */
    List<String> began() {
        return step(new Input.Began(facts));
    }

    /** What the agent does after one line of the caller's side. */
    List<String> line(String line) {
        return step(input(line));
    }

    State state() {
        return state;
    }

    private Input input(String line) {
        if (line.startsWith("C: ")) {
            String[] sides = line.substring(3).split("\\|", -1);
            List<String> slot = sides.length > 1 ? Normaliser.words(sides[1]) : List.of();
            clock += 1000;
            return new Input.Said(Normaliser.words(sides[0]), slot, new Clip(clock, clock + 500));
        }
        if (line.startsWith("K: ")) {
            return new Input.Keyed(line.substring(3).strip());
        }
        return switch (line) {
            case "* silent" -> new Input.Silent();
            case "* saved" -> new Input.Committed("7");
            case "* not saved" -> new Input.CommitFailed();
            case "* nobody" -> new Input.TransferFailed(
                    state.transfer().map(Act.Transfer::to).orElse(Destination.DESK));
            case "* overridden" -> new Input.Overridden();
            case "* resumed" -> new Input.Resumed();
            case "* hangs up" -> new Input.HungUp();
            default -> throw new AssertionError("not a line of a script: " + line);
        };
    }

    private List<String> step(Input input) {
        Step step = conversation.step(state, input, now);
        state = step.state();
        List<String> done = new ArrayList<>();
        for (Act act : step.acts()) {
            described(act).ifPresent(done::add);
        }
        return done;
    }

    private Optional<String> described(Act act) {
        if (act instanceof Act.Say say) {
            return Optional.of("A: " + catalogue.text(say));
        }
        if (act instanceof Act.Commit commit) {
            return Optional.of("= " + described(commit.request()));
        }
        if (act instanceof Act.Transfer transfer) {
            return Optional.of("= transfer " + transfer.to() + " " + transfer.reason());
        }
        if (act instanceof Listen listen) {
            return listen.hearing() == Hearing.OPEN || listen.hearing() == Hearing.ADDITION
                    ? Optional.empty()
                    : Optional.of("= listen " + listen.hearing() + (listen.digitEntry() ? " or keys" : ""));
        }
        return Optional.of(act instanceof Act.End ? "= end" : "= not understood");
    }

    private static String described(Request request) {
        if (request instanceof Request.PromiseCallBack promised) {
            return described(promised.message()) + ", call back by "
                    + promised.by().atZone(ZONE).toLocalTime();
        }
        if (request instanceof Request.TakeMessage message) {
            return "save " + message.category() + ", name: " + message.name() + ", number: " + message.callBack()
                    + ", about: " + message.about();
        }
        if (request instanceof Request.PageUnfinished page) {
            return described(page.request()) + ", call back by "
                    + page.by().atZone(ZONE).toLocalTime();
        }
        if (request instanceof Request.IncompleteRequest part) {
            return "keep " + part.category() + ", name: " + part.name().orElse("?") + ", number: "
                    + part.callBack().orElse("?") + (part.confirmed() ? "" : " (not confirmed)") + ", about: "
                    + part.about().orElse("?");
        }
        return "stop recording";
    }

    private static boolean yes(Map<String, String> settings, String name, boolean otherwise) {
        return settings.containsKey(name) ? settings.get(name).equals("yes") : otherwise;
    }
}
