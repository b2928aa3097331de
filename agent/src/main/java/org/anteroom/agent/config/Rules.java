package org.anteroom.agent.config;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What must hold between keys, beyond the range of each. */
final class Rules {
    private Rules() {}

    /**
     * Looks at one section as soon as it is made, so that trouble in another one doesn't hide its problems. What isn't
     * {@linkplain Problems#read read} only stands in, and nothing is said of it.
     */
    static void check(Object section, String path, Problems problems) {
        if (section instanceof WeekHours hours) {
            hours(hours, path, problems);
        } else if (section instanceof PracticeConfig practice) {
            BookingRules.check(practice, problems);
            PayerRules.check(practice, problems);
        } else if (section instanceof SipConfig sip) {
            sip(sip, problems);
        } else if (section instanceof MediaConfig media) {
            media(media, problems);
        } else if (section instanceof OncallConfig oncall) {
            oncall(oncall, problems);
        } else if (section instanceof RecordsConfig records) {
            records(records, problems);
        } else if (section instanceof AlarmsConfig alarms) {
            AlarmRules.check(alarms, problems);
        } else if (section instanceof Config config) {
            AfterHoursRules.check(config, problems);
            CallsRules.check(config, problems);
            PhoneRules.check(config, problems);
            HandOverRules.check(config, problems);
            StaffRules.check(config, problems);
            TextRules.check(config, problems);
        } else if (section instanceof DrillConfig drill) {
            DrillRules.check(drill, problems);
        }
    }

    private static void records(RecordsConfig records, Problems problems) {
        if (problems.read("records.folder") && records.keyFile().startsWith(records.folder())) {
            problems.add(
                    "records.key-file",
                    "lies inside records.folder: whoever copies the data would have the key too; keep it elsewhere, for"
                            + " example /etc/anteroom/records.key");
        }
    }

    private static void hours(WeekHours hours, String path, Problems problems) {
        for (DayOfWeek day : DayOfWeek.values()) {
            List<TimeRange> ranges = hours.of(day);
            for (int i = 1; i < ranges.size(); i++) {
                if (ranges.get(i).from() <= ranges.get(i - 1).to()) {
                    problems.add(
                            path + "." + day.name().toLowerCase(Locale.ROOT),
                            "ranges must be in order and apart: " + ranges.get(i) + " does not start after "
                                    + ranges.get(i - 1));
                }
            }
        }
    }

    private static void sip(SipConfig sip, Problems problems) {
        if (problems.read("sip.password-file")
                && sip.password().isPresent() == sip.passwordFile().isPresent()) {
            problems.add("sip.password", "either password or password-file must be given, and only one of them");
        }
    }

    private static void media(MediaConfig media, Problems problems) {
        if (media.firstPort() % 2 != 0) {
            problems.add("media.first-port", "must be even: RTP takes even ports, RTCP the next (RFC 3550 section 11)");
        }
        if (problems.read("media.first-port") && media.lastPort() - media.firstPort() + 1 < 8) {
            problems.add("media.last-port", "leaves fewer than 8 ports after first-port; an emergency needs that many");
        }
        if (problems.read("media.max-playout-delay-ms") && media.minPlayoutDelayMs() > media.maxPlayoutDelayMs()) {
            problems.add("media.min-playout-delay-ms", "is larger than max-playout-delay-ms");
        }
    }

    private static void oncall(OncallConfig oncall, Problems problems) {
        KeyRules.check(oncall, problems);
        if (oncall.groups().isEmpty()) {
            if (problems.read("oncall.group")) {
                problems.add("oncall", "no [[oncall.group]]: an emergency would have nowhere to go");
            }
            return;
        }
        for (int i = 0; i < oncall.groups().size(); i++) {
            OncallGroup group = oncall.groups().get(i);
            String key = "oncall.group[" + (i + 1) + "]";
            if (group.targets().isEmpty() && problems.read(key + ".target")) {
                problems.add(key, "has no [[oncall.group.target]]");
            }
            if (group.targets().size() > 8) {
                problems.add(key, "has more than 8 targets; put some into a further group");
            }
            targets(oncall, group, key, problems);
        }
        RotaRules.check(oncall, problems);
        if (problems.read("oncall.group")
                && oncall.groups().stream()
                        .filter(group -> group.categories().isEmpty())
                        .flatMap(group -> group.targets().stream())
                        .noneMatch(Rules::always)) {
            problems.add(
                    "oncall",
                    "at least one target must be kind = \"person\" and when = \"always\", in a group without categories");
        }
    }

    /** Whether it has a person at all hours, as far as a rota it names has one. */
    private static boolean always(OncallTarget target) {
        return target.when() == OnDuty.ALWAYS && (target.rota().isPresent() || target.kind() == TargetKind.PERSON);
    }

    private static void targets(OncallConfig oncall, OncallGroup group, String key, Problems problems) {
        Set<String> rung = new HashSet<>();
        for (int j = 0; j < group.targets().size(); j++) {
            OncallTarget target = group.targets().get(j);
            String name = key + ".target[" + (j + 1) + "]";
            if (problems.read(name + ".rota")
                    && target.number().isPresent() == target.rota().isPresent()) {
                problems.add(name + ".number", "either number or rota must be given, and only one of them");
            }
            boolean judged =
                    problems.read(name + ".kind") && problems.read(name + ".when") && problems.read(name + ".number");
            if (judged && target.when() == OnDuty.KEY) {
                byKey(target, name, problems);
            } else if (judged && problems.read(name + ".state-law-checked")) {
                target.number()
                        .ifPresent(number -> kind(target.kind(), number, target.stateLawChecked(), name, problems));
            }
            target.rota().ifPresent(rota -> rota(oncall, target, rota, name, problems));
            target.number()
                    .or(target::rota)
                    .filter(phone -> !rung.add(phone))
                    .ifPresent(twice ->
                            problems.add(name + ".number", "stands twice in the group; each phone is rung once"));
        }
    }

    /** A human decides each time that it is dialled, so no state law forbids it. */
    private static void byKey(OncallTarget target, String name, Problems problems) {
        if (target.kind() != TargetKind.SERVICE || target.number().isEmpty()) {
            problems.add(
                    name + ".when",
                    "\"key\" is for a service with a number: a person is rung. Set kind = \"service\", or another when");
        }
    }

    private static void rota(OncallConfig oncall, OncallTarget target, String rota, String name, Problems problems) {
        if (problems.readInEach("oncall.rota", oncall.rotas().size(), "name")
                && oncall.rotas().stream().noneMatch(each -> each.name().equals(rota))) {
            problems.add(name + ".rota", "there is no [[oncall.rota]] with name = \"" + rota + "\"");
        }
        if (problems.read(name + ".kind") && target.kind() == TargetKind.SERVICE) {
            problems.add(name + ".kind", "belongs to the [[oncall.person]] where a rota says who is rung");
        }
    }

    /** What must hold of anything that is dialled in an emergency. */
    static void kind(
            TargetKind kind, String number, Optional<LocalDate> stateLawChecked, String key, Problems problems) {
        if (kind == TargetKind.SERVICE && stateLawChecked.isEmpty()) {
            problems.add(
                    key + ".kind",
                    "a service is refused until the manager has checked that the state allows dialling it"
                            + " automatically; then add state-law-checked = DATE");
        }
        if (kind == TargetKind.PERSON && PublicService.reachedBy(number)) {
            problems.add(
                    key + ".kind",
                    "must be \"service\" for " + number + ", which is no person on call: nobody there can press a key");
        }
    }
}
