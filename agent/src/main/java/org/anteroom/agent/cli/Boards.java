package org.anteroom.agent.cli;

import java.time.Clock;
import java.time.ZoneId;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Health;
import org.anteroom.agent.watch.Rounds;

/** What people change by command while the service runs. Whatever is damaged there keeps nothing from starting: an alarm says
 *  what to do. Any thread.
 *
 *  @param oncall who is on call
 *  @param closures when the practice is closed beyond its hours
 *  @param desk until when all calls are put to the desk first
 */
record Boards(OncallBoard oncall, ClosureBoard closures, DeskBoard desk) {

    /** @param rounds looks each day for times ahead in which nobody is on call */
    static Boards open(
            StartingPoint from,
            ServiceExtent extent,
            Health health,
            Alarms alarms,
            Trail trail,
            Clock clock,
            Rounds rounds) {
        OncallBoard oncall = oncall(from, extent, health, alarms, trail, clock, rounds);
        return new Boards(oncall, closures(from, alarms, trail, clock), desk(from, alarms, trail, clock, oncall));
    }

    private static OncallBoard oncall(
            StartingPoint from,
            ServiceExtent extent,
            Health health,
            Alarms alarms,
            Trail trail,
            Clock clock,
            Rounds rounds) {
        if (!from.planTrouble().isEmpty()) {
            health.report(Condition.PLAN, false, from.planTrouble().replace("\n", "; "));
        }
        PlanAhead ahead = new PlanAhead(alarms, clock, from.plan());
        rounds.nowAndEvery(PlanAhead.EVERY, ahead::look);
        return new OncallBoard(from.file(), from.plan(), clock, trail, new AlarmingKeeper(alarms, changed -> {
            extent.keepPlan(changed);
            ahead.changed(changed);
        }));
    }

    /** Their file being damaged, the practice is open as configured. */
    private static ClosureBoard closures(StartingPoint from, Alarms alarms, Trail trail, Clock clock) {
        ZoneId zone = from.plan().practice().timezone();
        try {
            return ClosureBoard.beside(from.file(), zone, clock, trail);
        } catch (ConfigException damaged) {
            alarms.raise(
                    Alarm.Kind.CONFIGURATION,
                    String.valueOf(damaged.getMessage()).replace("\n", "; ")
                            + "; no closure is in force. Mend or remove that file and restart the service; to close anew: anteroom"
                            + " closure until",
                    "closures");
            return ClosureBoard.damaged(from.file(), zone, clock, trail);
        }
    }

    /** Its file being damaged, calls are answered as configured. */
    private static DeskBoard desk(StartingPoint from, Alarms alarms, Trail trail, Clock clock, OncallBoard oncall) {
        ZoneId zone = from.plan().practice().timezone();
        try {
            return DeskBoard.beside(from.file(), zone, clock, trail, oncall::desk);
        } catch (ConfigException damaged) {
            alarms.raise(
                    Alarm.Kind.CONFIGURATION,
                    String.valueOf(damaged.getMessage()).replace("\n", "; ")
                            + "; calls are not put to the desk first. Mend or remove that file and restart the service; to"
                            + " begin anew: anteroom desk all",
                    "desk");
            return DeskBoard.damaged(from.file(), zone, clock, trail, oncall::desk);
        }
    }
}
