package org.anteroom.agent.config;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** How emergencies are rehearsed. Without user there are no drills. */
@Key(
        doc =
                "Drills: a second extension calls Anteroom through the PBX, plays recorded emergencies, and sees to it that a"
                        + " phone rings and both are connected. Phones are told first that it is a drill. Services (911) and the"
                        + " front desk are never rung. Without user there are no drills.")
public record DrillConfig(
        @Key(
                        doc = "Extension that plays the caller: one of its own, used by nothing else.",
                        example = "299",
                        form = Form.USER)
                Optional<String> user,
        @Key(
                        doc = "File whose first line is the password of that extension; readable by the service only.",
                        example = "drill-password")
                Optional<Path> passwordFile,
        @Key(
                        doc =
                                "Number that the PBX shows as the caller of that extension, where it isn't the extension.",
                        example = "5550199",
                        form = Form.DIALLED)
                Optional<String> callerId,
        @Key(
                        doc = "What it dials to reach Anteroom, best the practice's own number; without it, sip.user.",
                        example = "5550100",
                        form = Form.USER)
                Optional<String> dial,
        @Key(
                        doc =
                                "Phones of people that ring in a drill, as the PBX dials them: somebody there presses the accept"
                                        + " key.",
                        example = "[\"301\"]",
                        form = Form.DIALLED)
                List<String> phones,
        @Key(
                        doc =
                                "Extension of the automatic phone, which presses the accept key by itself, so that a drill needs"
                                        + " nobody. May be the same as user.",
                        example = "298",
                        form = Form.USER)
                Optional<String> autoUser,
        @Key(
                        doc = "File whose first line is the password of the automatic phone, where it isn't user.",
                        example = "drill-phone-password")
                Optional<Path> autoPasswordFile,
        @Key(
                        doc =
                                "Day of the week on which the service makes a drill by itself; without it, only on command.",
                        example = "sunday")
                Optional<DayOfWeek> day,
        @Key(doc = "Time of day of it, practice time.", preset = "13:00") LocalTime time,
        @Key(doc = "From when on no phones of people ring by themselves, practice time.", preset = "20:00")
                LocalTime quietFrom,
        @Key(doc = "Until when they don't.", preset = "08:00") LocalTime quietTo,
        @Key(doc = "Days after which a drill is overdue, which raises an alarm.", preset = "9", min = 1, max = 100)
                int dueDays) {

    public DrillConfig {
        phones = List.copyOf(phones);
    }

    /** What the PBX shows as the caller of a drill; empty where there are none. */
    public Optional<String> shownAs() {
        return callerId.or(() -> user);
    }

    /** Whether drills can be made. */
    public boolean set() {
        return user.isPresent();
    }

    /** Whether a drill rings phones of people. */
    public boolean ringsPeople() {
        return !phones.isEmpty();
    }

    /** Whether a time of day lies in the quiet hours. */
    public boolean quiet(LocalTime at) {
        boolean overMidnight = quietFrom.isAfter(quietTo);
        boolean after = !at.isBefore(quietFrom);
        boolean before = at.isBefore(quietTo);
        return overMidnight ? after || before : after && before;
    }
}
