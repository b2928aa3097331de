package org.anteroom.agent.cli.doctor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Judges the records. Pure. */
public final class RecordsChecks {
    private static final long QUIET_DAYS = 8;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);

    private RecordsChecks() {}

    /** @param damage with the mend in it; empty when the database is whole */
    public static Finding whole(Optional<String> damage) {
        return damage.map(sentence -> Finding.fault(
                        sentence,
                        "Nothing is stored, and only emergencies are served.",
                        "systemctl stop anteroom; move the folder away, restore a backup, systemctl start anteroom"))
                .orElse(Finding.ok("The database is whole."));
    }

    /** @param last entry of the audit trail; empty when there is none
     *  @param zone the practice's
     */
    public static Finding written(Optional<Instant> last, Instant now, ZoneId zone) {
        if (last.isEmpty()) {
            return Finding.ok("Nothing was stored yet.");
        }
        long days = Duration.between(last.get(), now).toDays();
        if (last.get().isAfter(now.plusSeconds(60))) {
            return Finding.warning(
                    "The newest record is of " + MOMENT.format(last.get().atZone(zone)) + ", which is still to come.",
                    "The clock was wrong then, or is now.",
                    "timedatectl; then: anteroom doctor --only clock");
        }
        return days > QUIET_DAYS
                ? Finding.warning(
                        "The newest record is " + days + " days old.",
                        "A practice has calls every week: they may go elsewhere.",
                        "Call the practice's number; look at the PBX's route")
                : Finding.ok("The newest record is " + (days == 0 ? "of today." : days + " days old."));
    }

    /** @param broken where; empty when it holds */
    public static Finding audit(Optional<String> broken) {
        return broken.map(where -> Finding.fault(
                        "The audit trail is broken: " + where + ".",
                        "Somebody changed records by other means than Anteroom, or an old copy was put back; the trail proves"
                                + " nothing before that any more.",
                        "Keep a copy of the folder as it is for whoever must answer for it; find out who had access"))
                .orElse(Finding.ok("The audit trail is unbroken."));
    }
}
