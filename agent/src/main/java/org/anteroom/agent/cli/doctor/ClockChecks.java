package org.anteroom.agent.cli.doctor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges clock and time zone. Pure. */
public final class ClockChecks {
    private static final Duration MUCH = Duration.ofSeconds(5);
    private static final int OLD_YEARS = 3;
    private static final Pattern RELEASE = Pattern.compile("(\\d{4})[a-z]*");

    /** @param error how wrong the clock may be */
    public record Held(boolean byServer, Duration error) {}

    private ClockChecks() {}

    /** @param built when the program was built: no clock is right that shows less */
    public static Finding clock(Instant now, Instant built, Optional<Held> held) {
        String why =
                "Opening hours, the on-call plan and every record go by this clock: a wrong one rings the wrong person.";
        if (now.isBefore(built)) {
            return Finding.fault(
                    "The clock shows " + now + ", which is before this program was built (" + built + ").",
                    why,
                    "Set it, and let a time server keep it: timedatectl set-ntp true (apt install systemd-timesyncd)");
        }
        if (held.isEmpty()) {
            return Finding.skipped("The clock shows " + now + "; the kernel doesn't say who keeps it.", "");
        }
        if (!held.get().byServer()) {
            return Finding.warning(
                    "The clock is not kept by a time server.",
                    why,
                    "timedatectl set-ntp true (apt install systemd-timesyncd, or chrony); then: timedatectl");
        }
        if (held.get().error().compareTo(MUCH) > 0) {
            return Finding.warning(
                    "The clock may be " + held.get().error().toSeconds() + " s wrong.",
                    why,
                    "See whether the time server is reached: timedatectl timesync-status");
        }
        return Finding.ok("The clock is kept by a time server.");
    }

    /** @param release of the time zone rules, such as 2024a; empty where it isn't known */
    public static Finding zone(ZoneId zone, Optional<String> release, Instant now) {
        if (zone.normalized() instanceof ZoneOffset) {
            return Finding.warning(
                    "The practice's time zone " + zone + " is an offset, not a place.",
                    "It knows no daylight saving time, so for half the year opening hours and rotas are an hour wrong.",
                    "Set practice.timezone to a place, for example \"America/New_York\"");
        }
        Matcher year = RELEASE.matcher(release.orElse(""));
        int today = now.atZone(zone).getYear();
        if (year.matches() && Integer.parseInt(year.group(1)) + OLD_YEARS < today) {
            return Finding.warning(
                    "The rules of time zones are of " + release.get() + ".",
                    "A state may have changed its rules since; hours would then be wrong.",
                    "Update Java: apt install --only-upgrade openjdk-17-jre-headless tzdata");
        }
        return Finding.ok("The practice lives by " + zone + ", where it is "
                + now.atZone(zone).toLocalTime().withSecond(0).withNano(0) + "; rules of "
                + release.orElse("unknown age")
                + ".");
    }
}
