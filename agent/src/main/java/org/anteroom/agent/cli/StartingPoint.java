package org.anteroom.agent.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.config.EmergencyPlan;
import org.anteroom.agent.config.PlanFile;

/** What the service starts from: a configuration in order, or else the plan kept from the last one that was. While
 *  the time can't be right it is that plan too: nothing dated is stored or promised, and an emergency rings everybody who may
 *  be on call, because nobody can tell whose turn it is.
 *
 *  @param file the configuration; the plan lies beside it
 *  @param config empty when it can't be used, so that only emergencies are served
 *  @param plan with the overrides in force
 *  @param trouble every problem of that configuration, or of the clock, and what to do, a line each; empty when they are in
 *      order
 *  @param planTrouble what is wrong with the overrides beside it; empty when they are in order
 */
record StartingPoint(Path file, EmergencyPlan plan, Optional<Config> config, String trouble, String planTrouble) {

    /** Reads and checks the configuration, and the kept plan when it must.
     *
     *  @param now from when on somebody must be on call
     *  @throws Failure with every problem, when there is no usable plan either; temporary while the clock is wrong
     */
    static StartingPoint of(Path file, Instant now) throws Failure {
        Optional<String> clock = ClockCheck.trouble(now);
        if (clock.isPresent()) {
            return withoutTheTime(file, clock.get());
        }
        try {
            Overrides overrides = Overrides.beside(file);
            Config config = Config.load(file, RoomChecks.from(now, overrides.list()));
            EmergencyPlan plan = EmergencyPlan.of(config).with(overrides.list());
            return new StartingPoint(file, plan, Optional.of(config), "", overrides.trouble());
        } catch (ConfigException broken) {
            return without(file, String.valueOf(broken.getMessage()));
        }
    }

    private static StartingPoint withoutTheTime(Path file, String wrong) throws Failure {
        String again = wrong + " The service is started again until the time is right.";
        if (!Files.exists(PlanFile.beside(file))) {
            throw Failure.temporary(again);
        }
        try {
            StartingPoint kept = kept(file, wrong + " Once the time is right,");
            return new StartingPoint(
                    file, kept.plan().everybody(), Optional.empty(), kept.trouble(), kept.planTrouble());
        } catch (ConfigException unusable) {
            throw Failure.temporary(
                    again + "\nThe plan kept for emergencies, which would be served from meanwhile, can't"
                            + " be used:\n" + unusable.getMessage());
        }
    }

    private static StartingPoint without(Path file, String broken) throws Failure {
        if (!Files.exists(PlanFile.beside(file))) {
            throw Failure.configuration(broken);
        }
        try {
            return kept(file, broken + "\nThe configuration can't be used. Mend it;");
        } catch (ConfigException unusable) {
            throw Failure.configuration(
                    broken + "\nThe plan kept for emergencies can't be used either:\n" + unusable.getMessage());
        }
    }

    private static StartingPoint kept(Path file, String mend) throws ConfigException {
        Path plan = PlanFile.beside(file);
        EmergencyPlan kept = PlanFile.read(plan, RoomChecks.ALL);
        String what = mend + " the service then starts anew by itself within minutes. Until then"
                + " only emergencies are served, from the plan in " + plan + ", and nothing is stored.";
        String exposed =
                PlanFile.exposure(plan).map(sentence -> "\n" + sentence).orElse("");
        Overrides overrides = Overrides.beside(file, kept);
        return new StartingPoint(
                file, kept.with(overrides.list()), Optional.empty(), what + exposed, overrides.trouble());
    }
}
