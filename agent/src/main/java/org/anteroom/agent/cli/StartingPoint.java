package org.anteroom.agent.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.config.EmergencyPlan;
import org.anteroom.agent.config.PlanFile;

/** What the service starts from: a configuration in order, or else the plan kept from the last one that was.
 *
 *  @param file the configuration; the plan lies beside it
 *  @param config empty when it can't be used, so that only emergencies are served
 *  @param plan with the overrides in force
 *  @param trouble every problem of that configuration and what to do, a line each; empty when it is in order
 *  @param planTrouble what is wrong with the overrides beside it; empty when they are in order
 */
record StartingPoint(Path file, EmergencyPlan plan, Optional<Config> config, String trouble, String planTrouble) {

    /** Reads and checks the configuration, and the kept plan when it must.
     *
     *  @param now from when on somebody must be on call
     *  @throws Failure with every problem, when there is no usable plan either
     */
    static StartingPoint of(Path file, Instant now) throws Failure {
        try {
            Overrides overrides = Overrides.beside(file);
            Config config = Config.load(file, RoomChecks.from(now, overrides.list()));
            EmergencyPlan plan = EmergencyPlan.of(config).with(overrides.list());
            return new StartingPoint(file, plan, Optional.of(config), "", overrides.trouble());
        } catch (ConfigException broken) {
            return kept(file, String.valueOf(broken.getMessage()));
        }
    }

    private static StartingPoint kept(Path file, String broken) throws Failure {
        Path plan = PlanFile.beside(file);
        if (!Files.exists(plan)) {
            throw Failure.configuration(broken);
        }
        try {
            EmergencyPlan kept = PlanFile.read(plan, RoomChecks.ALL);
            String what =
                    "The configuration can't be used. Mend it; the service then starts anew by itself within minutes. Until then"
                            + " only emergencies are served, from the plan in " + plan + ", and nothing is stored.";
            String exposed =
                    PlanFile.exposure(plan).map(sentence -> "\n" + sentence).orElse("");
            Overrides overrides = Overrides.beside(file, kept);
            return new StartingPoint(
                    file,
                    kept.with(overrides.list()),
                    Optional.empty(),
                    broken + "\n" + what + exposed,
                    overrides.trouble());
        } catch (ConfigException unusable) {
            throw Failure.configuration(
                    broken + "\nThe plan kept for emergencies can't be used either:\n" + unusable.getMessage());
        }
    }
}
