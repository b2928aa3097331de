package org.anteroom.agent.cli.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Judges who is told. Pure. */
public final class WatchingChecks {
    private static final int TEST_DAYS = 100;

    private WatchingChecks() {}

    /** @param channels how many there are beside the log
     *  @param unusable problems of their files, a line each
     */
    public static Finding alarms(int channels, List<String> unusable) {
        if (channels == 0) {
            return Finding.warning(
                    "There is no alarm channel.",
                    "When the PBX is gone, the disk full or an emergency not taken, it stands in the log only: nobody is told.",
                    "Add [[alarms.mail]], [[alarms.webhook]] or [[alarms.phone]] (see alarms.md); then: anteroom alarms test");
        }
        return unusable.isEmpty()
                ? Finding.ok(channels + (channels == 1 ? " alarm channel is" : " alarm channels are") + " set up.")
                : Finding.fault(
                        unusable.get(0),
                        "That channel tells nobody.",
                        "Mend the file it names; then: anteroom alarms test");
    }

    /** @param outcome as the audit trail has it: carried-N-of-N */
    public static Finding alarmTest(int channels, Optional<Instant> last, String outcome, Instant now) {
        if (channels == 0) {
            return Finding.skipped("There is no alarm channel to try.", "");
        }
        String why = "A changed password or a full mailbox is found out by a test, or when it is too late.";
        if (last.isEmpty()) {
            return Finding.warning("The alarm channels were never tried.", why, "anteroom alarms test");
        }
        long days = Math.max(0, Duration.between(last.get(), now).toDays());
        if (!PeopleChecks.all(outcome)) {
            return Finding.fault(
                    "The last test of the alarm channels, " + days + " days ago, did not go through ("
                            + PeopleChecks.words(outcome) + ").",
                    why,
                    "anteroom alarms test says which and why");
        }
        return days > TEST_DAYS
                ? Finding.warning("The alarm channels were tried " + days + " days ago.", why, "anteroom alarms test")
                : Finding.ok("The alarm channels carried a test " + days + " days ago.");
    }

    /** @param running whether the service runs and may be asked
     *  @param unwell what it says is not in order, with the mend in it
     *  @param graveAlarms open ones
     *  @param well whether it finds itself well, what other checks look at included
     */
    public static Finding conditions(boolean running, List<String> unwell, int graveAlarms, boolean well) {
        if (!running) {
            return Finding.skipped("No service runs that this user may ask.", "systemctl start anteroom");
        }
        if (!unwell.isEmpty()) {
            return Finding.fault(
                    unwell.get(0) + (unwell.size() > 1 ? " And " + (unwell.size() - 1) + " more." : ""),
                    "The service itself finds this not in order.",
                    "anteroom status and anteroom alarms say what to do");
        }
        if (graveAlarms > 0) {
            return Finding.fault(
                    graveAlarms == 1 ? "A grave alarm is open." : graveAlarms + " grave alarms are open.",
                    "Somebody must act.",
                    "anteroom alarms");
        }
        return Finding.ok(
                well
                        ? "The running service finds itself well."
                        : "The running service finds nothing not in order but what stands at registration and drill.");
    }
}
