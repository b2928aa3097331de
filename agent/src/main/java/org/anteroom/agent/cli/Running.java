package org.anteroom.agent.cli;

import java.time.Clock;
import org.anteroom.agent.call.Receptionist;
import org.anteroom.agent.config.SipConfig;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.sip.Line;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Health;
import org.anteroom.media.MediaEngine;
import org.anteroom.speech.Ears;

/** What lives once everything is made, and how it is. Belongs to the {@link Appliance}, which closes it. Any thread; waits for
 *  nothing.
 */
record Running(
        StartingPoint from,
        ServiceExtent extent,
        Receptionist receptionist,
        Line line,
        LineLog lineLog,
        MediaEngine media,
        Ears ears,
        Boards boards,
        Alarms alarms,
        Health health,
        Clock clock) {

    /** Whether no caller is on the line and no phone rings for one. */
    boolean idle() {
        return receptionist.calls() == 0;
    }

    /** Whether everything works that a restart would mend. From one thread. */
    VitalSigns vitalSigns(long nanos) {
        long records = extent.records()
                .filter(open -> health.ok(Condition.RECORDS))
                .map(open -> open.store().silentMs(nanos))
                .orElse(0L);
        return new VitalSigns(
                (long) media.clockHealth().lastTickAgeMs(),
                receptionist.silentMs(nanos),
                line.silentMs(nanos),
                records,
                receptionist.emergencies());
    }

    /** How it is, in a sentence without PHI. */
    String status() {
        if (receptionist.stopping()) {
            return stoppingStatus();
        }
        SipConfig sip = from.plan().sip();
        return (receptionist.registered() ? "Registered as " : "Not registered as ") + "extension " + sip.user()
                + " at "
                + sip.pbx()
                + (extent.emergencyOnly() ? ", for emergencies only" : "") + "; "
                + ServiceNotice.count(receptionist.calls(), "call", "calls")
                + (health.fitToServe() ? "." : "; not fit to serve, see: anteroom alarms.");
    }

    private String stoppingStatus() {
        int emergencies = receptionist.emergencies();
        int others = receptionist.calls() - emergencies;
        if (emergencies > 0) {
            return "Stopping: " + ServiceNotice.count(emergencies, "emergency is", "emergencies are")
                    + " on the line, which the stop waits for.";
        }
        return others > 0
                ? "Stopping: " + ServiceNotice.count(others, "call", "calls") + " may go on for a while."
                : "Stopping.";
    }
}
