package org.anteroom.agent.cli;

import java.nio.file.Path;
import java.util.List;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.config.EmergencyPlan;
import org.anteroom.agent.config.OncallOverride;
import org.anteroom.agent.config.OverridesFile;
import org.anteroom.agent.config.PlanFile;

/** The overrides in force when something starts.
 *
 *  @param trouble why they come from the kept plan, and what to do; empty when their own file is in order
 */
record Overrides(List<OncallOverride> list, String trouble) {

    Overrides {
        list = List.copyOf(list);
    }

    /** Those beside a configuration; where their file is damaged, those that were in force when the plan was kept. */
    static Overrides beside(Path config) {
        try {
            return new Overrides(
                    OverridesFile.read(OverridesFile.beside(config)).orElse(List.of()), "");
        } catch (ConfigException damaged) {
            return new Overrides(kept(config), mend(damaged));
        }
    }

    /** Those that a kept plan runs with, whose configuration can't be used. */
    static Overrides beside(Path config, EmergencyPlan kept) {
        try {
            return new Overrides(
                    OverridesFile.read(OverridesFile.beside(config)).orElse(kept.overrides()), "");
        } catch (ConfigException damaged) {
            return new Overrides(kept.overrides(), mend(damaged));
        }
    }

    private static List<OncallOverride> kept(Path config) {
        try {
            return PlanFile.read(PlanFile.beside(config), List.of()).overrides();
        } catch (ConfigException none) {
            return List.of();
        }
    }

    private static String mend(ConfigException damaged) {
        return damaged.getMessage()
                + "\nThe overrides of the kept plan are in force instead. Mend that file, or remove it"
                + " and put the overrides in anew with: anteroom oncall override";
    }
}
