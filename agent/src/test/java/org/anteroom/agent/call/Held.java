package org.anteroom.agent.call;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.anteroom.agent.sip.Line;
import org.anteroom.agent.sip.TableSizes;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Metric;
import org.anteroom.media.MediaEngine;

/** What a receptionist holds for its calls: ports, legs, mailboxes. */
record Held(Counters counters, MediaEngine media, Line line) {
    /** What of the calls is held a while after they are over; empty when nothing. Transactions aren't looked at:
     *  the line asks itself all the time whether it answers, and each stays for 32 s.
     */
    String afterwards() {
        long deadline = System.nanoTime() + Clinic.SOON.toNanos();
        while (!now().isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(20_000_000);
        }
        return now();
    }

    private String now() {
        TableSizes tables = line.tables();
        Map<String, Long> held = new TreeMap<>(Map.of(
                "calls",
                counters.value(Metric.CALLS_ACTIVE),
                "mailboxes",
                counters.value(Metric.CALLS_MAILBOXES),
                "ports",
                (long) media.openPorts(),
                "legs",
                (long) tables.legs(),
                "dialogs",
                (long) tables.dialogs(),
                "records",
                counters.value(Metric.RECORDS_QUEUE)));
        held.values().removeIf(size -> size == 0);
        return held.isEmpty() ? "" : held.toString();
    }
}
