package org.anteroom.agent.call;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.anteroom.agent.config.Arriving;
import org.anteroom.agent.config.BridgeKeysConfig;
import org.anteroom.agent.config.CallsConfig;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.DeskConfig;
import org.anteroom.agent.config.DeskFirst;
import org.anteroom.agent.config.EmergencyPlan;
import org.anteroom.agent.config.MediaConfig;
import org.anteroom.agent.config.OncallConfig;
import org.anteroom.agent.config.PracticeClosure;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.dialogue.OfficeFacts;
import org.anteroom.agent.dialogue.Services;
import org.anteroom.agent.emergency.BridgeKeys;
import org.anteroom.agent.emergency.Group;
import org.anteroom.agent.emergency.OnCall;
import org.anteroom.agent.emergency.Pace;
import org.anteroom.agent.emergency.Plan;
import org.anteroom.agent.emergency.Target;
import org.anteroom.agent.emergency.TargetKind;
import org.anteroom.agent.practice.CallBackOwner;
import org.anteroom.agent.practice.Hours;
import org.anteroom.agent.sip.CallReason;

/**
 * What the practice chose for its calls.
 *
 * @param handBack which calls the PBX is asked to carry alone
 * @param mode what kind of service it is
 * @param inForce what staff put in by command or by phone
 * @param services what is done for callers beside taking messages
 */
public record CallSettings(
        PracticeConfig practice,
        MediaConfig media,
        CallsConfig calls,
        OncallConfig oncall,
        DeskConfig desk,
        HandBackRule handBack,
        Mode mode,
        InForce inForce,
        Services services) {

    /**
     * @param recording whether calls are recorded
     * @param emergencyOnly whether records or configuration can't be used: nothing is stored, only emergencies are served
     * @param drill whether the call is a drill, which says so to every phone it rings
     */
    record Mode(boolean recording, boolean emergencyOnly, boolean drill) {
        Mode unrecorded() {
            return new Mode(false, emergencyOnly, drill);
        }
    }

    /**
     * Asked for whenever the hour matters; any thread.
     *
     * @param closures those in force and to come
     * @param deskFirst when all calls are put to the desk first
     */
    record InForce(Supplier<List<PracticeClosure>> closures, Supplier<Optional<DeskFirst>> deskFirst) {
        static final InForce NOTHING = new InForce(List::of, Optional::empty);

        InForce deskFirst(Supplier<Optional<DeskFirst>> time) {
            return new InForce(closures, time);
        }
    }

    public static CallSettings of(Config config) {
        return new CallSettings(
                config.practice(),
                config.media(),
                config.calls(),
                config.oncall(),
                config.desk(),
                HandBackRule.of(config.oncall()),
                new Mode(config.recording().enabled(), false, false),
                InForce.NOTHING,
                Services.of(config));
    }

    /** Emergency-only mode, from the last valid plan. */
    public static CallSettings of(EmergencyPlan plan) {
        return new CallSettings(
                plan.practice(),
                plan.media(),
                plan.calls(),
                plan.oncall(),
                plan.desk(),
                HandBackRule.of(plan.oncall()),
                new Mode(false, true, false),
                InForce.NOTHING,
                Services.NONE);
    }

    /** The same with closures put in by command, asked for whenever the hour matters. */
    public CallSettings closedBy(Supplier<List<PracticeClosure>> closures) {
        return with(calls, new InForce(closures, inForce.deskFirst()));
    }

    /** The same with a time in which all calls are put to the desk first, asked for whenever one begins. */
    public CallSettings deskFirst(Supplier<Optional<DeskFirst>> time) {
        return with(calls, inForce.deskFirst(time));
    }

    /** The same for a call that must not be put to the desk first, whoever wants it so. */
    CallSettings deskLater() {
        return with(served(calls), inForce.deskFirst(Optional::empty));
    }

    private CallSettings with(CallsConfig limits, InForce put) {
        return new CallSettings(practice, media, limits, oncall, desk, handBack, mode, put, services);
    }

    private static CallsConfig served(CallsConfig calls) {
        return new CallsConfig(
                calls.simultaneous(),
                calls.longestMinutes(),
                calls.silenceSeconds(),
                calls.blocked(),
                Arriving.SERVE,
                Arriving.SERVE,
                Arriving.SERVE,
                calls.stopSeconds(),
                calls.trunkChannels());
    }

    /** The same practice while nothing can be stored. */
    CallSettings forEmergencies() {
        return with(new Mode(false, true, mode.drill()));
    }

    /** The same without a recording. */
    CallSettings unrecorded() {
        return with(mode.unrecorded());
    }

    private CallSettings with(Mode other) {
        return new CallSettings(practice, media, calls, oncall, desk, handBack, other, inForce, services);
    }

    /** The same with another rule of handing calls to the PBX. */
    CallSettings handing(HandBackRule rule) {
        return new CallSettings(practice, media, calls, oncall, desk, rule, mode, inForce, services);
    }

    /** The same for a drill: other phones, no front desk, nothing recorded, nothing handed to the PBX. */
    CallSettings forDrill(OncallConfig phones) {
        DeskConfig nobody = new DeskConfig(Optional.empty(), desk.ringSeconds());
        return new CallSettings(
                practice,
                media,
                calls,
                phones,
                nobody,
                HandBackRule.of(phones),
                new Mode(false, mode.emergencyOnly(), true),
                inForce,
                services);
    }

    /** Whether calls are recorded. */
    boolean recording() {
        return mode.recording();
    }

    /** Whether only emergencies are served. */
    public boolean emergencyOnly() {
        return mode.emergencyOnly();
    }

    boolean drill() {
        return mode.drill();
    }

    /** RTP and RTCP port pairs in the configured range. */
    int portPairs() {
        int first = media.firstPort() + (media.firstPort() & 1);
        return (media.lastPort() - first + 1) / 2;
    }

    /** The caller's emergency key. */
    public char emergencyKey() {
        return oncall.emergencyKey().charAt(0);
    }

    /** The key with which an on-call person takes a call. */
    char acceptKey() {
        return oncall.acceptKey().charAt(0);
    }

    /** Whether callers are served in emergencies only. */
    boolean blocks(Optional<String> caller) {
        return new BlockedCallers(calls.blocked()).contain(caller);
    }

    boolean open(Instant now) {
        return Hours.of(practice, inForce.closures().get()).openAt(now);
    }

    /**
     * The desk, where a call that begins now is put to it first: in opening hours, by the configuration or while staff want it
     * so.
     *
     * @param reason why the PBX sent the call here
     */
    Optional<String> deskFirst(CallReason reason, Instant now) {
        return desk.number().filter(number -> (configured(reason) || wanted(now)) && !emergencyOnly() && open(now));
    }

    /** Whether a call that comes for this reason may be put to the desk first at some hour: else nobody need look at the clock. */
    boolean mayRingDeskFirst(CallReason reason) {
        return configured(reason) || inForce.deskFirst().get().isPresent();
    }

    private boolean configured(CallReason reason) {
        return switch (reason) {
                    case DIRECT, UNCONDITIONAL -> calls.whenUnconditional();
                    case BUSY -> calls.whenBusy();
                    case NO_ANSWER -> calls.whenNoAnswer();
                    case TIME_OF_DAY, UNKNOWN -> Arriving.SERVE;
                }
                == Arriving.RING_DESK_FIRST;
    }

    private boolean wanted(Instant now) {
        LocalDateTime here = LocalDateTime.ofInstant(now, practice.timezone());
        return inForce.deskFirst().get().filter(time -> time.covers(here)).isPresent();
    }

    /** The facts that callers are told. */
    OfficeFacts office() {
        return OfficeFacts.of(practice, inForce.closures().get());
    }

    /** Who takes an alarm now. */
    Plan onCall(OnCall duty, Instant now, String category) {
        return new Plan(duty.at(now, open(now), category), pace()).adding(duty.byKey(category));
    }

    /** The phones of whoever must keep what is promised to a caller now. */
    List<CallBackOwner> owners(OnCall duty, Instant now) {
        return onCall(duty, now, "call-back").people().groups().get(0).targets().stream()
                .map(target -> new CallBackOwner(target.name(), target.number()))
                .toList();
    }

    /** Who takes a concern now: the desk first while the office is open, then as for an alarm. */
    Plan nearestPerson(OnCall duty, Instant now, String category) {
        List<Group> groups = new ArrayList<>();
        if (open(now)) {
            desk.number()
                    .ifPresent(number -> groups.add(new Group(
                            "front desk",
                            Duration.ofSeconds(desk.ringSeconds()),
                            List.of(new Target("front desk", number, TargetKind.PERSON)))));
        }
        groups.addAll(duty.at(now, open(now), category));
        return new Plan(groups, pace()).adding(duty.byKey(category));
    }

    private Pace pace() {
        return new Pace(
                Duration.ofSeconds(oncall.acceptSeconds()),
                Duration.ofSeconds(oncall.retrySeconds()),
                Pace.DEFAULT.reassure(),
                acceptKey(),
                bridgeKeys());
    }

    private BridgeKeys bridgeKeys() {
        BridgeKeysConfig keys = oncall.keys();
        return new BridgeKeys(keys.pass(), keys.back(), keys.falseAlarm(), keys.add(), keys.repeat());
    }
}
