package org.anteroom.agent.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.anteroom.agent.call.CallSettings;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.EmergencyPlan;
import org.anteroom.agent.config.FileTrouble;
import org.anteroom.agent.config.PlanFile;
import org.anteroom.agent.records.FolderInUse;
import org.anteroom.agent.records.StoreException;
import org.anteroom.agent.records.VaultException;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Health;

/** How much is served: every call, or emergencies only where configuration or records can't be used. Invariant: without
 *  records nothing but emergencies is served, and why is reported; the plan of a configuration that is in order is kept for the
 *  day it isn't.
 */
final class ServiceExtent {

    private final StartingPoint from;
    private final Health health;
    private final Optional<OpenRecords> records;

    private ServiceExtent(StartingPoint from, Health health, Optional<OpenRecords> records) {
        this.from = from;
        this.health = health;
        this.records = records;
    }

    /** Opens the records where the configuration can be used.
     *
     *  @param parts closes them
     *  @throws Failure when another process holds them
     */
    static ServiceExtent of(StartingPoint from, Counters counters, Health health, Clock clock, OwnedParts parts)
            throws Failure {
        if (from.config().isEmpty()) {
            emergencyOnly(health, from.trouble().replace("\n", "; "));
            return new ServiceExtent(from, health, Optional.empty());
        }
        Optional<OpenRecords> records = Optional.empty();
        try {
            records = Optional.of(parts.own(OpenRecords.open(from.config().get(), counters, health, clock)));
        } catch (FolderInUse e) {
            throw Failure.temporary(e.sentence());
        } catch (StoreException e) {
            recordsLocked(health, e.sentence());
        } catch (VaultException e) {
            recordsLocked(health, String.valueOf(e.getMessage()));
        }
        ServiceExtent extent = new ServiceExtent(from, health, records);
        extent.keepPlan(from.plan());
        return extent;
    }

    private static void recordsLocked(Health health, String why) {
        emergencyOnly(
                health,
                why
                        + " Until then only emergencies are served and nothing is stored; when it is mended and nobody is on"
                        + " the line, the service starts anew by itself within minutes.");
    }

    /** The alarm comes from the watcher of health; raised here too, one cause would ring twice. */
    private static void emergencyOnly(Health health, String sentence) {
        health.report(Condition.FULL_SERVICE, false, sentence);
    }

    /** Empty where only emergencies are served. */
    Optional<OpenRecords> records() {
        return records;
    }

    /** The configuration by which every call is served; empty where only emergencies are. */
    Optional<Config> full() {
        return records.isPresent() ? from.config() : Optional.empty();
    }

    boolean emergencyOnly() {
        return records.isEmpty();
    }

    /** What calls go by at the start. */
    CallSettings settings() {
        return full().map(CallSettings::of).orElseGet(() -> CallSettings.of(from.plan()));
    }

    /** Keeps a plan that is in force, for the day the configuration can't be used. */
    void keepPlan(EmergencyPlan plan) {
        Path kept = PlanFile.beside(from.file());
        try {
            PlanFile.write(kept, plan);
            health.report(Condition.PLAN, true, "The emergency plan is kept in " + kept + ".");
        } catch (IOException e) {
            health.report(
                    Condition.PLAN,
                    false,
                    "The emergency plan can't be kept in " + kept + " (" + FileTrouble.why(e)
                            + "): let the service write to that folder.");
        }
    }

    /** What kept it to emergencies is no longer so: its alarm is over. */
    static void mended(Health health) {
        health.report(Condition.FULL_SERVICE, true, "What kept the service to emergencies is mended; it starts anew.");
    }
}
