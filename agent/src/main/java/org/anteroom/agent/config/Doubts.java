package org.anteroom.agent.config;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.IdentityConfig.Factor;

/**
 * What a valid configuration does to callers that its owner would hardly want. Few on purpose: notices that come with
 * every second practice are read by nobody.
 */
public final class Doubts {
    /** What a doubt about the trunk is about. */
    public static final String TRUNK = "calls.trunk-channels";

    /** What a doubt about missing alarm channels is about. */
    public static final String ALARMS = "alarms";

    private final Config config;
    private final boolean everOpen;
    private final List<Doubt> found = new ArrayList<>();

    private Doubts(Config config) {
        this.config = config;
        this.everOpen = Arrays.stream(DayOfWeek.values())
                .anyMatch(day -> !config.practice().hours().of(day).isEmpty());
    }

    /** The doubts, in the order of the file; they name keys but no numbers, because they go to the log. */
    public static List<Doubt> of(Config config) {
        Doubts doubts = new Doubts(config);
        doubts.hours();
        doubts.failedSentence();
        doubts.onePhone();
        doubts.trunk();
        doubts.ownExtension();
        doubts.addKey();
        doubts.desk();
        doubts.callBack();
        doubts.promises();
        doubts.texts();
        doubts.alarms();
        return List.copyOf(doubts.found);
    }

    private void hours() {
        if (!everOpen) {
            add(
                    "practice.hours",
                    "no day has opening hours, so callers are served as outside opening hours on every day: nobody is"
                            + " connected to the front desk, and on-call phones with when = \"open\" never ring. Set"
                            + " practice.hours.monday and the other days.");
        }
    }

    private void failedSentence() {
        if (config.practice().type() == PracticeType.MENTAL_HEALTH
                && config.oncall().allFailed() == FailedSentence.CALL_911) {
            add(
                    "oncall.all-failed",
                    "is \"call-911\" in a mental-health practice, so a caller in a crisis whom nobody on call answers is"
                            + " not told of 988. Set oncall.all-failed = \"call-911-or-988\".");
        }
    }

    private void onePhone() {
        boolean closed = phones(false) == 1;
        boolean open = everOpen ? phones(true) == 1 : closed;
        if (open || closed) {
            String when = open && closed ? "" : open ? " in opening hours" : " outside opening hours";
            add(
                    "oncall.group",
                    "an emergency" + when + " rings one phone only: while that is busy or switched off, the caller is"
                            + " told to call 911. Add a second phone, for example in a further [[oncall.group]].");
        }
    }

    /** How many phones ring at least, whoever is on call by a rota. */
    private long phones(boolean openNow) {
        List<OncallTarget> targets = config.oncall().onDuty(openNow).stream()
                .filter(group -> group.categories().isEmpty())
                .flatMap(group -> group.targets().stream())
                .toList();
        long fixed = targets.stream()
                .flatMap(target -> target.number().stream())
                .distinct()
                .count();
        long rotas = targets.stream()
                .flatMap(target -> target.rota().stream())
                .distinct()
                .count();
        long fewest = config.oncall().people().stream()
                .mapToLong(person -> person.numbers().size())
                .min()
                .orElse(1);
        return fixed + rotas * fewest;
    }

    /** Only where the number of channels is known. */
    private void trunk() {
        int channels = config.calls().trunkChannels();
        TrunkNeed need = TrunkNeed.of(config.oncall());
        if (channels == 0) {
            return;
        }
        if (channels < need.channels()) {
            add(
                    TRUNK,
                    "is " + channels + ", and an emergency takes " + need.channels()
                            + " (the caller; " + need.counted()
                            + "): the phones for which there is no channel don't ring. Order "
                            + (need.channels() - channels) + " more, or put outside phones into further groups.");
            return;
        }
        int calls = config.calls().simultaneous();
        int fits = channels - need.channels() + 1;
        if (calls > fits) {
            add(
                    TRUNK,
                    "is " + channels + ", and calls.simultaneous " + calls + ": while all callers are on the line, not"
                            + " all phones of an emergency find a channel. Set calls.simultaneous = " + fits
                            + ", or order more channels.");
        }
    }

    /** Only where there is a service to add. */
    private void addKey() {
        boolean service = config.oncall().groups().stream()
                .flatMap(group -> group.targets().stream())
                .anyMatch(target -> target.kind() == TargetKind.SERVICE);
        if (service && KeyRules.gaveWay(config.oncall().keys())) {
            add(
                    "oncall.keys.add",
                    "is \"" + BridgeKeysConfig.USUAL_ADD
                            + "\", which is taken by another key or by the PBX, so whoever has"
                            + " an emergency can't add a service. Set oncall.keys.add to keys of its own.");
        }
    }

    private void ownExtension() {
        List<OncallGroup> groups = config.oncall().groups();
        for (int i = 0; i < groups.size(); i++) {
            List<OncallTarget> targets = groups.get(i).targets();
            for (int j = 0; j < targets.size(); j++) {
                if (targets.get(j).number().equals(Optional.of(config.sip().user()))) {
                    ownExtension("oncall.group[" + (i + 1) + "].target[" + (j + 1) + "].number");
                }
            }
        }
        List<OncallPerson> people = config.oncall().people();
        for (int i = 0; i < people.size(); i++) {
            if (people.get(i).numbers().contains(config.sip().user())) {
                ownExtension("oncall.person[" + (i + 1) + "].numbers");
            }
        }
    }

    private void ownExtension(String key) {
        add(
                key,
                "is the receptionist's own extension (sip.user), so an emergency rings nobody there. Put the number of a"
                        + " person's phone.");
    }

    /** Without hours the desk is never called, and that is said already. */
    private void desk() {
        if (everOpen && config.desk().number().isEmpty()) {
            add(
                    "desk.number",
                    "is not set, so callers who ask for a person in opening hours are offered a message instead. Set it"
                            + " to the extension of the front desk.");
        } else if (config.desk().number().equals(Optional.of(config.sip().user()))) {
            add(
                    "desk.number",
                    "is the receptionist's own extension (sip.user), so callers who ask for a person reach nobody. Put"
                            + " the extension of the front desk.");
        }
    }

    private void callBack() {
        if (config.identity().factor() == Factor.CALL_BACK
                && config.sip().callerId().isEmpty()) {
            add(
                    "sip.caller-id",
                    "is not set, so patients who are called back (identity.factor = \"call-back\") see whatever number the PBX"
                            + " puts there, and may not answer. Set it to the practice's number.");
        }
    }

    private void promises() {
        boolean promised = Arrays.stream(Period.values())
                .anyMatch(period -> config.afterHours().clinician(period) == ClinicianOutcome.PAGE);
        if (promised
                && config.afterHours().contact().isEmpty()
                && !config.alarms().tellsSomebody()) {
            add(
                    "after-hours.contact",
                    "is not set and there is no alarm channel, so nobody is told when a promised call-back is overdue. Set"
                            + " it to a person's number.");
        }
    }

    private void texts() {
        if (config.text().host().isPresent() && config.identity().factor() != Factor.TEXT) {
            add(
                    "text.host",
                    "is set, and no text is ever sent: identity.factor is not \"text\". Set it to that, or remove [text].");
        }
    }

    private void alarms() {
        if (!config.alarms().tellsSomebody()) {
            add(
                    ALARMS,
                    "has no channel, so nobody is told when something breaks or an emergency is not taken: it stands in the"
                            + " log only. Add [[alarms.mail]] or [[alarms.webhook]], then run: anteroom alarms test.");
        }
    }

    private void add(String key, String sentence) {
        found.add(new Doubt(key, sentence));
    }
}
