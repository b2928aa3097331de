package org.anteroom.agent.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.config.EmergencyPlan;
import org.anteroom.agent.config.PlanFile;

/** What the service starts from: a configuration in order, or else the plan kept from the last one that was.
 *
 *  @param file the configuration; the plan lies beside it
 *  @param config empty when it can't be used, so that only emergencies are served
 *  @param trouble every problem of that configuration and what to do, a line each; empty when it is in order
 */
record StartingPoint(Path file, EmergencyPlan plan, Optional<Config> config, String trouble) {

    /** Reads and checks the configuration, and the kept plan when it must.
     *
     *  @throws Failure with every problem, when there is no usable plan either
     */
    static StartingPoint of(Path file) throws Failure {
        try {
            Config config = Config.load(file, RoomChecks.ALL);
            return new StartingPoint(file, EmergencyPlan.of(config), Optional.of(config), "");
        } catch (ConfigException broken) {
            return kept(file, String.valueOf(broken.getMessage()));
        }
    }

    private static StartingPoint kept(Path file, String broken) throws Failure {
        Path plan = PlanFile.beside(file);
        if (!Files.exists(plan)) {
            throw Failure.usage(broken);
        }
        try {
            EmergencyPlan kept = PlanFile.read(plan, RoomChecks.ALL);
            String what =
                    "The configuration can't be used. Mend it and restart. Until then only emergencies are served,"
                            + " from the plan in " + plan + ", and nothing is stored.";
            String exposed =
                    PlanFile.exposure(plan).map(sentence -> "\n" + sentence).orElse("");
            return new StartingPoint(file, kept, Optional.empty(), broken + "\n" + what + exposed);
        } catch (ConfigException unusable) {
            throw Failure.usage(
                    broken + "\nThe plan kept for emergencies can't be used either:\n" + unusable.getMessage());
        }
    }
}
