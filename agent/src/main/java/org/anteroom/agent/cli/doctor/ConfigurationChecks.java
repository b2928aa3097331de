package org.anteroom.agent.cli.doctor;

import java.nio.file.Path;
import java.util.List;

/** Judges the configuration. Pure. */
public final class ConfigurationChecks {

    private ConfigurationChecks() {}

    /** @param problems every one, a line each */
    public static Finding valid(Path file, List<String> problems, boolean planKept) {
        if (problems.isEmpty()) {
            return Finding.ok(file + " is in order.");
        }
        String more = problems.size() > 1 ? " And " + (problems.size() - 1) + " more." : "";
        return Finding.fault(
                problems.get(0) + more,
                planKept
                        ? "After a restart the service would serve emergencies only, from the plan it kept."
                        : "The service does not start with it, and there is no kept plan to serve emergencies from.",
                "anteroom config check --config " + file + " names every problem with its line");
    }

    /** This user may not read the file, or not even see it, or it is not there. */
    public static Finding unreadable(Path file, Sight sight) {
        String why = "If this is the service's user, the service can't start; if not, most checks are left out.";
        return switch (sight) {
            case THERE -> Finding.fault(
                    file + " can't be read by this user.",
                    why,
                    "sudo anteroom doctor; for the service: chown root:anteroom " + file + " && chmod 0640 " + file);
            case HIDDEN -> Finding.fault(
                    file
                            + " can't be read by this user, who may not enter its folder: whether it is there isn't known.",
                    why,
                    "sudo anteroom doctor; for the service: chown root:anteroom FOLDER && chmod 1770 FOLDER");
            case ABSENT -> Finding.fault(
                    file + " is not there.",
                    "Without it the service does not start.",
                    "anteroom setup, or: anteroom config init");
        };
    }

    /** @param doubts a line each, with the mend in it */
    public static Finding doubts(List<String> doubts) {
        if (doubts.isEmpty()) {
            return Finding.ok("Nothing in the configuration looks unmeant.");
        }
        return Finding.warning(
                String.join("\n", doubts),
                "It is valid, but callers will hardly be served as you mean it.",
                "as said there; anteroom config check then tells whether it is gone");
    }

    /**
     * @param named how many providers have one
     * @param problems a line each, with the mend in it
     */
    public static Finding calendars(long named, List<String> problems) {
        if (problems.isEmpty()) {
            return Finding.ok(
                    named == 0
                            ? "No provider has a calendar of their own."
                            : named == 1
                                    ? "The provider's own calendar is in order."
                                    : "The " + named + " providers' own calendars are in order.");
        }
        String more = problems.size() > 1 ? " And " + (problems.size() - 1) + " more." : "";
        return Finding.fault(
                problems.get(0) + "." + more,
                "What was read of it last counts on: a time that became busy since is still offered to callers.",
                "Mend the file; it is read again within a minute. To see all of it: anteroom book calendar-check FILE");
    }

    /** How the plan that is kept beside the configuration is. */
    public enum Kept {
        CURRENT,
        OLD,
        MISSING,
        BROKEN,
        UNREADABLE
    }

    /** @param exposed a sentence when others may read it; else empty */
    public static Finding keptPlan(Kept kept, Path file, String exposed, boolean running) {
        String why = "When configuration, records or key are damaged, emergencies are served from this plan.";
        return switch (kept) {
            case CURRENT -> exposed.isEmpty()
                    ? Finding.ok("The plan for emergencies is kept in " + file + " and is the configuration's.")
                    : Finding.fault(exposed, "The password of the extension may be in it.", "chmod 0600 " + file);
            case OLD -> Finding.warning(
                    "The plan in " + file + " is not that of the configuration.",
                    why + " It would ring the people of the older one.",
                    running
                            ? "Take the configuration into use: systemctl reload anteroom"
                            : "systemctl start anteroom");
            case MISSING -> Finding.warning(
                    "No plan for emergencies is kept beside the configuration.",
                    why,
                    "Start the service once with a valid configuration: systemctl start anteroom");
            case BROKEN -> Finding.fault(
                    "The plan in " + file + " can't be used.",
                    why,
                    "rm " + file + " and restart the service, which writes it anew");
            case UNREADABLE -> Finding.skipped(
                    "The plan in " + file + " is the service's; this user may not read it.", "sudo anteroom doctor");
        };
    }
}
