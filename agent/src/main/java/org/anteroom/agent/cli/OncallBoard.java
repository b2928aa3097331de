package org.anteroom.agent.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.anteroom.agent.config.ClosuresFile;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.config.EmergencyPlan;
import org.anteroom.agent.config.OncallOverride;
import org.anteroom.agent.config.OncallPerson;
import org.anteroom.agent.config.OncallRota;
import org.anteroom.agent.config.OverridesFile;
import org.anteroom.agent.config.WallClock;
import org.anteroom.agent.dialogue.DutyNews;
import org.anteroom.agent.emergency.DutyChange;
import org.anteroom.agent.emergency.DutyChoice;
import org.anteroom.agent.emergency.Group;
import org.anteroom.agent.emergency.HandOver;
import org.anteroom.agent.emergency.HandOverRule;
import org.anteroom.agent.emergency.Hole;
import org.anteroom.agent.emergency.OnCall;
import org.anteroom.agent.emergency.OnCallCheck;
import org.anteroom.agent.practice.Hours;

/** The on-call plan in force: shows it, and changes it by overrides. An override is in its file before it counts, and counts
 *  before this answers: the next emergency rings by it, one that rings already goes on as it began. Any thread.
 */
final class OncallBoard {

    private static final String HAND_OVER = "On-call hand-over by phone";
    private static final int CHANGES = 10;
    private static final int MOST = 100;
    /** Nobody looks farther, and an override until the end of time must not keep the service counting turns. */
    private static final Duration FARTHEST = Duration.ofDays(730);

    /** Keeps a plan beside the configuration, for the day that can't be used. */
    interface Keeper {
        void keep(EmergencyPlan plan);
    }

    private final Path file;
    private final Clock clock;
    private final Trail trail;
    private final Keeper keeper;
    private volatile EmergencyPlan plan;
    private volatile OnCall onCall;

    /** @param config the configuration; overrides lie beside it
     *  @param plan with the overrides in force
     *  @param keeper told each plan that an override has changed
     */
    OncallBoard(Path config, EmergencyPlan plan, Clock clock, Trail trail, Keeper keeper) {
        this.file = OverridesFile.beside(config);
        this.clock = clock;
        this.trail = trail;
        this.keeper = keeper;
        this.plan = plan;
        this.onCall = onCall(plan);
    }

    private static OnCall onCall(EmergencyPlan plan) {
        return OnCall.of(plan.oncall(), plan.overrides(), plan.practice().timezone());
    }

    /** Who is on call, by what was accepted last. */
    OnCall onCall() {
        return onCall;
    }

    /** Whether there is a front desk. */
    boolean desk() {
        return plan.desk().number().isPresent();
    }

    /** Who rings now for an emergency of no kind in particular, in this order. */
    List<Group> ringing() {
        Instant now = clock.instant();
        return onCall.at(now, hours().openAt(now), "");
    }

    /** Another configuration is in force; the overrides stand. */
    synchronized void reloaded(EmergencyPlan configured) {
        EmergencyPlan next = configured.with(plan.overrides());
        plan = next;
        onCall = onCall(next);
        keeper.keep(next);
    }

    /** Whether it answers such a request. */
    static boolean answers(ControlRequest.Verb verb) {
        return switch (verb) {
            case SHOW_ON_CALL, LIST_HAND_OVERS, LIST_OVERRIDES, ADD_OVERRIDE, REMOVE_OVERRIDE -> true;
            default -> false;
        };
    }

    /** Answers one of these.
     *
     *  @throws Failure with what is wrong with the override, which then changes nothing
     */
    void serve(ControlRequest request, String actor, Consumer<String> lines) throws Failure {
        switch (request.verb()) {
            case SHOW_ON_CALL -> {
                Instant now = clock.instant();
                OncallLines.now(onCall, now, hours().openAt(now)).forEach(lines);
            }
            case LIST_HAND_OVERS -> changes(lines);
            case LIST_OVERRIDES -> list(lines);
            case ADD_OVERRIDE -> add(request, actor, lines);
            case REMOVE_OVERRIDE -> remove((int) request.number(), actor, lines);
            case CHANGED_PIN -> trail.write(
                    request.word("of").equals("staff") ? "PIN of staff" : "On-call PIN",
                    actor,
                    request.word("of").equals("staff") ? "staff.pin" : "oncall.pin",
                    (request.is("removed") ? "removed-person-" : "made-person-") + request.number());
            default -> throw new IllegalArgumentException("not about the plan");
        }
    }

    /** With closures put in by command; a file of them that can't be used closes nothing. */
    private Hours hours() {
        try {
            return Hours.of(plan.practice(), ClosuresFile.read(ClosuresFile.beside(file)));
        } catch (ConfigException damaged) {
            return Hours.of(plan.practice());
        }
    }

    private void changes(Consumer<String> lines) {
        OnCall now = onCall;
        List<DutyChange> changes = now.changes(clock.instant(), OnCallCheck.AHEAD);
        if (changes.isEmpty()) {
            lines.accept("No hand-over in the next " + OnCallCheck.AHEAD.toDays() + " days.");
        }
        changes.stream().limit(CHANGES).forEach(change -> lines.accept(OncallLines.change(change, now.zone())));
    }

    private void list(Consumer<String> lines) {
        List<OncallOverride> overrides = plan.overrides();
        if (overrides.isEmpty()) {
            lines.accept("No overrides but those in the configuration.");
        }
        List<String> people = people();
        List<String> rotas = rotas();
        overrides.forEach(override -> lines.accept(OncallLines.override(override)
                + (people.contains(override.who()) && rotas.contains(override.rota())
                        ? ""
                        : "  (no longer in the configuration, so nobody is rung by it)")));
    }

    private synchronized void add(ControlRequest request, String actor, Consumer<String> lines) throws Failure {
        String rota = known(request.word("rota"), "rota", rotas());
        String who = known(request.word("who"), "person", people());
        LocalDateTime from = time(request.word("from"), "--from");
        LocalDateTime to = time(request.word("to"), "--to");
        LocalDateTime here = LocalDateTime.ofInstant(clock.instant(), onCall.zone());
        if (!from.isBefore(to) || !to.isAfter(here)) {
            throw Failure.usage("--to must be later than --from, and later than now.");
        }
        List<OncallOverride> next = new ArrayList<>(standing(plan.overrides(), here));
        if (next.size() >= MOST) {
            throw Failure.failed(
                    "There are " + MOST + " overrides already; write shifts into the configuration instead.");
        }
        int number =
                plan.overrides().stream().mapToInt(OncallOverride::number).max().orElse(0) + 1;
        OncallOverride added = new OncallOverride(number, rota, who, from, to);
        next.add(added);
        change(next, "added", number, actor);
        lines.accept("added" + OncallLines.override(added));
    }

    private synchronized void remove(int number, String actor, Consumer<String> lines) throws Failure {
        OncallOverride gone = plan.overrides().stream()
                .filter(override -> override.number() == number)
                .findFirst()
                .orElseThrow(() -> Failure.failed(
                        "There is no override " + number + "; 'anteroom oncall override --list' lists them."));
        LocalDateTime here = LocalDateTime.ofInstant(clock.instant(), onCall.zone());
        List<OncallOverride> left = standing(plan.overrides(), here).stream()
                .filter(override -> !override.equals(gone))
                .toList();
        change(left, "removed", number, actor);
        lines.accept("removed" + OncallLines.override(gone));
    }

    /** Those that have not ended; the others say nothing any more. */
    private static List<OncallOverride> standing(List<OncallOverride> overrides, LocalDateTime here) {
        return overrides.stream()
                .filter(override -> override.to().isAfter(here.minusDays(1)))
                .toList();
    }

    private void change(List<OncallOverride> overrides, String what, int number, String actor) throws Failure {
        EmergencyPlan changed = plan.with(overrides);
        refuseNewHoles(changed, number, actor);
        put(changed);
        trail.write("On-call override", actor, "oncall.override", what + "-" + number);
    }

    private void put(EmergencyPlan changed) throws Failure {
        OnCall next = onCall(changed);
        try {
            OverridesFile.write(file, changed.overrides());
        } catch (IOException e) {
            throw Failure.failed("The override can't be kept in " + file + " ("
                    + e.getClass().getSimpleName() + "): let " + Actor.ofThisProcess() + " write to that folder.");
        }
        plan = changed;
        onCall = next;
        keeper.keep(changed);
    }

    /** What somebody may hand over or take now, by rota. */
    List<DutyChoice> choices(String who) {
        return rule().choices(who, clock.instant());
    }

    private HandOverRule rule() {
        EmergencyPlan now = plan;
        return new HandOverRule(now.oncall(), now.overrides(), now.practice().timezone());
    }

    /** Hands over by phone, as overrides; the audit trail names both as those who did it. */
    synchronized DutyNews handOver(HandOver wanted) {
        Instant now = clock.instant();
        LocalDateTime here = LocalDateTime.ofInstant(now, onCall.zone());
        String giver = Actor.byPhone(wanted.giver());
        Optional<EmergencyPlan> changed = rule().applied(wanted, now)
                .map(overrides -> standing(overrides, here))
                .filter(overrides -> overrides.size() <= MOST)
                .map(plan::with);
        if (changed.isEmpty()) {
            trail.write(HAND_OVER, giver, "oncall.hand-over", "not-possible");
            return new DutyNews.NotNow();
        }
        if (newHole(changed.get()).isPresent()) {
            trail.write(HAND_OVER, giver, "oncall.hand-over", "refused");
            return new DutyNews.Hole();
        }
        try {
            put(changed.get());
        } catch (Failure notKept) {
            trail.write(HAND_OVER, giver, "oncall.hand-over", "not-kept");
            return new DutyNews.NotNow();
        }
        int number = changed.get().overrides().stream()
                .filter(override -> override.who().equals(wanted.taker()))
                .mapToInt(OncallOverride::number)
                .max()
                .orElse(0);
        trail.write(HAND_OVER, giver, "oncall.hand-over", "given-" + number);
        trail.write(HAND_OVER, Actor.byPhone(wanted.taker()), "oncall.hand-over", "taken-" + number);
        return new DutyNews.Done();
    }

    /** What was a hole before may stay one: an override that fills half of it is better than none. */
    private void refuseNewHoles(EmergencyPlan changed, int number, String actor) throws Failure {
        Optional<Hole> hole = newHole(changed);
        if (hole.isPresent()) {
            trail.write("On-call override", actor, "oncall.override", "refused-" + number);
            throw Failure.failed("Refused: " + OnCallCheck.sentence(hole.get(), clock.instant(), onCall.zone()));
        }
    }

    private Optional<Hole> newHole(EmergencyPlan changed) {
        Instant now = clock.instant();
        ZoneId zone = onCall.zone();
        Duration ahead = changed.overrides().stream()
                .map(override ->
                        Duration.between(now, override.to().atZone(zone).toInstant()))
                .filter(until -> until.compareTo(OnCallCheck.AHEAD) > 0)
                .max(Duration::compareTo)
                .map(until -> until.compareTo(FARTHEST) > 0 ? FARTHEST : until)
                .orElse(OnCallCheck.AHEAD);
        List<Hole> before = onCall.holes(now, ahead);
        return onCall(changed).holes(now, ahead).stream()
                .filter(hole -> before.stream().noneMatch(hole::within))
                .findFirst();
    }

    private List<String> rotas() {
        return plan.oncall().rotas().stream().map(OncallRota::name).toList();
    }

    private List<String> people() {
        return plan.oncall().people().stream().map(OncallPerson::name).toList();
    }

    /** @throws Failure naming those there are, when there is none of that name */
    static String known(String name, String what, List<String> names) throws Failure {
        if (!names.contains(name)) {
            throw Failure.usage("There is no " + what + " '" + Text.plain(name, 60) + "'; there "
                    + (names.isEmpty() ? "are none in the configuration." : "are: " + String.join(", ", names)));
        }
        return name;
    }

    private static LocalDateTime time(String written, String option) throws Failure {
        return WallClock.parse(written)
                .orElseThrow(() -> Failure.usage(
                        option + " must be a date and time by the practice's clock, such as '2026-12-24 17:00'"));
    }
}
