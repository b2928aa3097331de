package org.anteroom.agent.config;

import java.time.DayOfWeek;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What must hold between keys, beyond the range of each. */
final class Rules {
    /** Public services that are dialled by short numbers in North America: emergency, and suicide and crisis. */
    private static final Set<String> SERVICES = Set.of("911", "988");

    private Rules() {}

    /** Looks at one section as soon as it could be read, so that trouble in another one doesn't hide its problems. */
    static void check(Object section, String path, Problems problems) {
        if (section instanceof WeekHours hours) {
            hours(hours, path, problems);
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
        }
    }

    private static void records(RecordsConfig records, Problems problems) {
        if (records.keyFile().startsWith(records.folder())) {
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
        if (sip.password().isPresent() == sip.passwordFile().isPresent()) {
            problems.add("sip.password", "either password or password-file must be given, and only one of them");
        }
    }

    private static void media(MediaConfig media, Problems problems) {
        if (media.firstPort() % 2 != 0) {
            problems.add("media.first-port", "must be even: RTP takes even ports, RTCP the next (RFC 3550 section 11)");
        }
        if (media.lastPort() - media.firstPort() + 1 < 8) {
            problems.add("media.last-port", "leaves fewer than 8 ports after first-port; an emergency needs that many");
        }
        if (media.minPlayoutDelayMs() > media.maxPlayoutDelayMs()) {
            problems.add("media.min-playout-delay-ms", "is larger than max-playout-delay-ms");
        }
    }

    private static void oncall(OncallConfig oncall, Problems problems) {
        if (oncall.acceptKey().equals(oncall.emergencyKey())) {
            problems.add("oncall.accept-key", "is the same as oncall.emergency-key");
        }
        if (oncall.groups().isEmpty()) {
            problems.add("oncall", "no [[oncall.group]]: an emergency would have nowhere to go");
            return;
        }
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < oncall.groups().size(); i++) {
            OncallGroup group = oncall.groups().get(i);
            String key = "oncall.group[" + (i + 1) + "]";
            if (group.targets().isEmpty()) {
                problems.add(key, "has no [[oncall.group.target]]");
            }
            if (group.targets().size() > 8) {
                problems.add(key, "has more than 8 targets; put some into a further group");
            }
            targets(group, key, numbers, problems);
        }
        if (oncall.groups().stream()
                .flatMap(group -> group.targets().stream())
                .noneMatch(target -> target.kind() == TargetKind.PERSON && target.when() == OnDuty.ALWAYS)) {
            problems.add("oncall", "at least one target must be kind = \"person\" and when = \"always\"");
        }
    }

    private static void targets(OncallGroup group, String key, Set<String> numbers, Problems problems) {
        for (int j = 0; j < group.targets().size(); j++) {
            OncallTarget target = group.targets().get(j);
            String name = key + ".target[" + (j + 1) + "]";
            if (target.kind() == TargetKind.SERVICE && target.stateLawChecked().isEmpty()) {
                problems.add(
                        name + ".kind",
                        "a service is refused until the manager has checked that the state allows dialling it"
                                + " automatically; then add state-law-checked = DATE");
            }
            if (target.kind() == TargetKind.PERSON && SERVICES.contains(target.number())) {
                problems.add(
                        name + ".kind",
                        "must be \"service\" for " + target.number()
                                + ", which is no person on call: nobody there can press a key");
            }
            if (!numbers.add(group.name() + " " + target.number())) {
                problems.add(name + ".number", "stands twice in the group; each phone is rung once");
            }
        }
    }
}
