package org.anteroom.agent.cli;

import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.anteroom.agent.practice.CallBacks;

/** Lists promised call-backs and takes that one was made. Any thread; blocks until the records answer. */
record CallBackDesk(CallBacks callBacks, Clock clock) {

    void list(String actor, ZoneId zone, Consumer<String> lines) throws Failure {
        CallBackLines.list(Desk.await(callBacks.list(actor)), clock.instant(), zone)
                .forEach(lines);
    }

    /** @throws Failure when there is no such call-back, or it was done before */
    void done(long number, String actor, Consumer<String> lines) throws Failure {
        lines.accept(CallBackLines.done(Desk.await(callBacks.done(actor, number))
                .orElseThrow(() -> Failure.failed("No call-back " + number
                        + " waits; 'anteroom callbacks' lists them, those that were made too."))));
    }
}
