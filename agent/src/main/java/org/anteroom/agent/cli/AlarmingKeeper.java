package org.anteroom.agent.cli;

import org.anteroom.agent.config.EmergencyPlan;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.Alarms;

/** Tells another of a plan that is in force, and raises an alarm where that fails: the plan is in force all the same, so nobody
 *  may be told that nothing has changed. Any thread.
 */
record AlarmingKeeper(Alarms alarms, OncallBoard.Keeper next) implements OncallBoard.Keeper {

    @Override
    public void keep(EmergencyPlan plan) {
        try {
            next.keep(plan);
        } catch (RuntimeException e) {
            alarms.raise(
                    Alarm.Kind.CONFIGURATION,
                    "An override of the on-call plan is in force, but the copy of the plan could not be kept ("
                            + e.getClass().getSimpleName()
                            + "). Look at the plan with anteroom oncall now, restart the service in a quiet moment, and"
                            + " report this.",
                    "on-call override");
        }
    }
}
