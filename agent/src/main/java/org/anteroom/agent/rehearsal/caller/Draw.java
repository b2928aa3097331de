package org.anteroom.agent.rehearsal.caller;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.config.PracticePayer;
import org.anteroom.agent.config.PracticeProvider;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.config.TimeRange;
import org.anteroom.agent.config.VisitType;
import org.anteroom.agent.config.VisitType.ByPhone;
import org.anteroom.agent.rehearsal.OnFile;

/** Draws callers for one practice: the same seed, the same caller. */
public final class Draw {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 16);
    private static final int DAYS = 25;
    private static final int OTHERS = 4;
    private static final int GRID = 30;

    private final PracticeConfig practice;
    private final Grammar grammar = Grammar.load();
    private final List<Task> tasks;

    public Draw(PracticeConfig practice) {
        this.practice = practice;
        this.tasks = Arrays.stream(Task.values()).filter(this::offered).toList();
    }

    /** Whether anybody would call this practice for that. */
    private boolean offered(Task task) {
        return switch (task) {
            case NEW_PATIENT -> practice.books() && !fitting(true).isEmpty();
            case BOOK, RESCHEDULE, CANCEL, CONFIRM -> practice.books()
                    && !fitting(false).isEmpty();
            case INSURANCE -> practice.type() != PracticeType.VETERINARY;
            case RESULTS -> practice.type() != PracticeType.MENTAL_HEALTH;
            default -> true;
        };
    }

    /** The caller of this seed. */
    public Situation of(long seed) {
        // Near seeds give near first numbers: the first ones are thrown away.
        Random chance = new Random(seed * 0x9E3779B97F4A7C15L);
        chance.nextLong();
        chance.nextLong();
        Task task = tasks.get(chance.nextInt(tasks.size()));
        LocalDateTime now = now(chance);
        Self self = self(chance);
        Optional<VisitType> type =
                task.inBook() ? Optional.of(visitType(chance, task == Task.NEW_PATIENT)) : Optional.empty();
        Set<LocalDateTime> taken = new HashSet<>();
        Optional<Held> held =
                task.hasAppointment() ? type.map(each -> held(chance, each, now, taken)) : Optional.empty();
        Goal goal = goal(chance, task, self, type, held, now);
        Manner manner = Manner.draw(chance);
        if (manner.style() != Manner.Style.CHANGES_MIND) {
            goal = unchanged(goal);
        }
        Optional<String> from = chance.nextInt(3) == 0 ? Optional.empty() : Optional.of(self.phone());
        return new Situation(seed, now, onFile(chance, goal, now, taken), goal, manner, from);
    }

    private static Goal unchanged(Goal goal) {
        return new Goal(
                goal.task(),
                goal.self(),
                goal.visitType(),
                goal.visit(),
                goal.held(),
                goal.when(),
                Optional.empty(),
                goal.provider(),
                goal.providerWished(),
                goal.errand());
    }

    private LocalDateTime now(Random chance) {
        LocalDate day = FIRST.plusDays(chance.nextInt(DAYS));
        while (practice.closed().contains(day)
                || practice.hours().of(day.getDayOfWeek()).isEmpty()) {
            day = day.plusDays(1);
        }
        if (chance.nextInt(8) == 0) {
            return day.atTime(19, chance.nextInt(60));
        }
        List<TimeRange> hours = practice.hours().of(day.getDayOfWeek());
        TimeRange range = hours.get(chance.nextInt(hours.size()));
        int minute = range.from() + 5 + chance.nextInt(range.to() - range.from() - 10);
        return day.atTime(minute / 60, minute % 60);
    }

    private Self self(Random chance) {
        String animal = practice.type() == PracticeType.VETERINARY ? word(chance, "animal-name") : "";
        int year = 1935 + chance.nextInt(72);
        LocalDate birth = LocalDate.of(year, 1 + chance.nextInt(12), 1 + chance.nextInt(28));
        String phone = "614" + (200 + chance.nextInt(790)) + String.format(Locale.ROOT, "%04d", chance.nextInt(10_000));
        Optional<String> pin = chance.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "%04d", 1_000 + chance.nextInt(9_000)));
        return new Self(
                word(chance, "first-name"),
                word(chance, "last-name"),
                birth,
                phone,
                pin,
                Optional.of(animal).filter(name -> !name.isEmpty()));
    }

    private VisitType visitType(Random chance, boolean newPatient) {
        List<VisitType> fitting = fitting(newPatient);
        return fitting.get(chance.nextInt(fitting.size()));
    }

    private List<VisitType> fitting(boolean newPatient) {
        return practice.visitTypes().stream()
                .filter(each -> each.patients().admits(newPatient))
                .filter(each -> each.byPhone() != ByPhone.STAFF_ONLY)
                .toList();
    }

    private Held held(Random chance, VisitType type, LocalDateTime now, Set<LocalDateTime> taken) {
        List<PracticeProvider> doing =
                practice.providers().stream().filter(type::doneBy).toList();
        PracticeProvider provider = doing.get(chance.nextInt(doing.size()));
        while (true) {
            LocalDate day = now.toLocalDate().plusDays(2 + chance.nextInt(19));
            List<TimeRange> ranges = practice.closed().contains(day)
                    ? List.of()
                    : provider.hours().of(day.getDayOfWeek());
            if (ranges.isEmpty()) {
                continue;
            }
            TimeRange range = ranges.get(chance.nextInt(ranges.size()));
            int places = (range.to() - range.from() - type.blockedMinutes()) / GRID + 1;
            int minute = range.from() + GRID * chance.nextInt(Math.max(1, places));
            LocalDateTime at = day.atTime(minute / 60, minute % 60);
            // Nobody else's day: then their visits can't meet.
            if (taken.add(day.atStartOfDay())) {
                return new Held(type.name(), at, provider.id());
            }
        }
    }

    private Goal goal(
            Random chance, Task task, Self self, Optional<VisitType> type, Optional<Held> held, LocalDateTime now) {
        Wishes wishes = new Wishes(chance, now, this::open);
        When when = task.timed() ? wishes.draw() : When.ANY;
        Optional<When> changed = task.timed() && !when.any() ? Optional.of(wishes.other(when)) : Optional.empty();
        boolean wished = task.books() && chance.nextInt(4) == 0;
        boolean named = wished || task == Task.MESSAGE;
        String provider = named ? provider(chance) : "";
        return new Goal(
                task,
                self,
                type.map(VisitType::name).orElse(""),
                type.map(each -> visit(chance, each)).orElse(""),
                held,
                when,
                changed,
                provider,
                wished,
                errand(chance, task));
    }

    private String provider(Random chance) {
        if (practice.providers().isEmpty()) {
            return "the doctor";
        }
        String name = practice.providers()
                .get(chance.nextInt(practice.providers().size()))
                .name();
        // Nobody calls a therapist by the surname alone.
        return (name.contains(" ") ? name : "miss " + name).toLowerCase(Locale.ROOT);
    }

    private boolean open(LocalDate day) {
        return !practice.closed().contains(day)
                && !practice.hours().of(day.getDayOfWeek()).isEmpty();
    }

    private String visit(Random chance, VisitType type) {
        String common = "visit." + type.name();
        String own = common + "." + practice.type().id();
        if (grammar.has(common) || grammar.has(own)) {
            return grammar.say(chance, Map.of(), common, own);
        }
        List<String> names = new ArrayList<>(type.aliases());
        names.add(type.name());
        return "a " + names.get(chance.nextInt(names.size())).toLowerCase(Locale.ROOT);
    }

    private Errand errand(Random chance, Task task) {
        String payer = payer(chance);
        return switch (task) {
            case INSURANCE -> new Errand(payer, memberId(chance), "", "", "", "");
            case REFILL, CLINICAL_QUESTION -> new Errand(
                    "", "", typed(chance, "drug"), word(chance, "a-pharmacy"), "", "");
            case MESSAGE -> new Errand("", "", "", "", typed(chance, "message"), "");
            case OFFICE_FACT -> new Errand("", "", "", "", "", fact(chance));
            default -> Errand.NONE;
        };
    }

    /** One of the practice's; now and then another. */
    private String payer(Random chance) {
        List<PracticePayer> payers = practice.payers();
        return payers.isEmpty() || chance.nextInt(6) == 0
                ? word(chance, "a-payer")
                : payers.get(chance.nextInt(payers.size())).name().toLowerCase(Locale.ROOT);
    }

    /** Three letters and six digits: what patterns of ids ask for most. */
    private static String memberId(Random chance) {
        StringBuilder id = new StringBuilder();
        for (int at = 0; at < 3; at++) {
            id.append((char) ('A' + chance.nextInt(26)));
        }
        return id + String.format(Locale.ROOT, "%06d", chance.nextInt(1_000_000));
    }

    private String fact(Random chance) {
        List<String> facts = new ArrayList<>(List.of("hours", "hours"));
        practice.address().ifPresent(any -> facts.add("address"));
        practice.parking().ifPresent(any -> facts.add("parking"));
        practice.fax().ifPresent(any -> facts.add("fax"));
        return facts.get(chance.nextInt(facts.size()));
    }

    private String typed(Random chance, String rule) {
        return grammar.say(chance, Map.of(), rule + "." + practice.type().id());
    }

    private String word(Random chance, String rule) {
        return grammar.say(chance, Map.of(), rule);
    }

    /** The caller, unless they are new, and some others with visits of their own. */
    private List<OnFile> onFile(Random chance, Goal goal, LocalDateTime now, Set<LocalDateTime> taken) {
        List<OnFile> all = new ArrayList<>();
        if (goal.task() != Task.NEW_PATIENT) {
            all.add(person(goal.self(), goal.self().pin()));
            goal.held()
                    .ifPresent(held -> all.add(new OnFile.Visit(
                            capital(goal.self().name()), held.visitType(), held.at(), held.provider())));
        }
        for (int other = 0; other < OTHERS; other++) {
            Self someone = self(chance);
            if (someone.last().equals(goal.self().last())) {
                continue;
            }
            all.add(person(someone, Optional.empty()));
            Held theirs = held(chance, visitType(chance, false), now, taken);
            all.add(new OnFile.Visit(capital(someone.name()), theirs.visitType(), theirs.at(), theirs.provider()));
        }
        return all;
    }

    private static OnFile.Person person(Self self, Optional<String> pin) {
        Optional<LocalDate> birth = self.animal().isPresent() ? Optional.empty() : Optional.of(self.birth());
        return new OnFile.Person(
                capital(self.name()), birth, self.animal().map(Draw::capital), Optional.of(self.phone()), pin);
    }

    private static String capital(String name) {
        StringBuilder written = new StringBuilder();
        for (String part : name.split(" ")) {
            written.append(written.isEmpty() ? "" : " ")
                    .append(part.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(part.substring(1));
        }
        return written.toString();
    }
}
