package org.anteroom.agent.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.anteroom.agent.config.EmergencyPlan;
import org.anteroom.agent.emergency.Hole;
import org.anteroom.agent.emergency.OnCall;
import org.anteroom.agent.emergency.OnCallCheck;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.Alarms;

/** Looks each day, and after each override, for times ahead in which nobody is on call, and raises one alarm that names
 *  rota, from and to: a plan that was whole at the start comes to its end while the service runs. Any thread.
 */
final class PlanAhead {

    /** A day, less what keeps the alarm of the day before from being forgotten, so that it goes on under its number. */
    static final Duration EVERY = Duration.ofHours(23);

    private static final String SUBJECT = "on-call plan";
    private static final int TOLD = 3;

    private final Alarms alarms;
    private final Clock clock;
    private EmergencyPlan plan;

    PlanAhead(Alarms alarms, Clock clock, EmergencyPlan plan) {
        this.alarms = alarms;
        this.clock = clock;
        this.plan = plan;
    }

    /** Another plan is in force from now on. */
    synchronized void changed(EmergencyPlan newest) {
        plan = newest;
        look();
    }

    /** Raises the alarm, once more where it stands already, or clears it. */
    synchronized void look() {
        Instant now = clock.instant();
        ZoneId zone = plan.practice().timezone();
        List<Hole> holes = OnCall.of(plan.oncall(), plan.overrides(), zone).holes(now, OnCallCheck.AHEAD);
        if (holes.isEmpty()) {
            alarms.clear(Alarm.Kind.CONFIGURATION, SUBJECT);
        } else {
            alarms.raise(Alarm.Kind.CONFIGURATION, sentence(holes, now, zone), SUBJECT);
        }
    }

    private static String sentence(List<Hole> holes, Instant now, ZoneId zone) {
        String times = holes.stream()
                .limit(TOLD)
                .map(hole -> OnCallCheck.time(hole, now, zone))
                .collect(Collectors.joining("; "));
        String more = holes.size() > TOLD ? "; and " + (holes.size() - TOLD) + " times more" : "";
        return "Nobody is on call " + times + more + ": an emergency would ring everybody named in the configuration."
                + " Write a [[oncall.rota.shift]] for that time and restart the service, or put somebody in with: anteroom"
                + " oncall override.";
    }
}
