package org.anteroom.agent.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.anteroom.agent.call.Capacity;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.config.Problem;

/** What becomes of a configuration that is read while the service runs: calls to come go by most of it at once; what was made
 *  from the rest when the service started stays as it was. Pure.
 *
 *  @param effective what the service runs with from now on
 *  @param changed sections that are in force from now on
 *  @param restart sections that differ and stay as they were until a restart
 */
record Reload(Config effective, List<String> changed, List<String> restart) {

    Reload {
        changed = List.copyOf(changed);
        restart = List.copyOf(restart);
    }

    /** @param running what the service runs with
     *  @param read what stands in the file, in order by itself
     *  @throws Failure when what can change at once doesn't go with what can't
     */
    static Reload of(Config running, Config read) throws Failure {
        List<String> changed = new ArrayList<>();
        List<String> restart = new ArrayList<>();
        boolean otherPlace =
                !running.practice().timezone().equals(read.practice().timezone())
                        || running.practice().type() != read.practice().type();
        PracticeConfig practice = otherPlace ? running.practice() : read.practice();
        note(otherPlace ? restart : changed, "practice", running.practice(), read.practice());
        note(restart, "sip", running.sip(), read.sip());
        note(restart, "media", running.media(), read.media());
        note(restart, "speech", running.speech(), read.speech());
        note(changed, "calls", running.calls(), read.calls());
        note(changed, "oncall", running.oncall(), read.oncall());
        note(changed, "desk", running.desk(), read.desk());
        note(changed, "staff", running.staff(), read.staff());
        note(changed, "after-hours", running.afterHours(), read.afterHours());
        note(changed, "identity", running.identity(), read.identity());
        note(changed, "text", running.text(), read.text());
        note(changed, "refills", running.refills(), read.refills());
        note(changed, "recording", running.recording(), read.recording());
        note(restart, "records", running.records(), read.records());
        note(changed, "alarms", running.alarms(), read.alarms());
        note(changed, "drill", running.drill(), read.drill());
        note(restart, "control", running.control(), read.control());
        note(restart, "watch", running.watch(), read.watch());
        Config effective = new Config(
                practice,
                running.sip(),
                running.media(),
                running.speech(),
                read.calls(),
                read.oncall(),
                read.desk(),
                read.staff(),
                read.afterHours(),
                read.identity(),
                read.text(),
                read.refills(),
                read.recording(),
                running.records(),
                read.alarms(),
                read.drill(),
                running.control(),
                running.watch());
        fits(effective);
        return new Reload(effective, changed, restart);
    }

    /** With something else that is in force from now on. */
    Reload and(String section) {
        List<String> more = new ArrayList<>(changed);
        more.add(section);
        return new Reload(effective, more, restart);
    }

    private static void note(List<String> sections, String name, Object running, Object read) {
        if (!Objects.equals(running, read)) {
            sections.add(name);
        }
    }

    private static void fits(Config effective) throws Failure {
        List<Problem> problems = Capacity.check(effective);
        if (!problems.isEmpty()) {
            throw Failure.configuration(
                    "The configuration is in order, but needs a restart: with the ports the service" + " runs with, "
                            + problems.get(0).key() + " " + problems.get(0).sentence() + ".");
        }
    }

    /** What has become of it, a line each. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                changed.isEmpty()
                        ? "Nothing has changed that can change while the service runs."
                        : "In force from now on: " + String.join(", ", changed)
                                + ". Calls in progress keep theirs, and so does a drill.");
        if (!restart.isEmpty()) {
            lines.add("Needs a restart, and is as it was until then: " + String.join(", ", restart)
                    + " (systemctl restart anteroom).");
        }
        return lines;
    }
}
