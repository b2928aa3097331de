package org.anteroom.agent.call;

import java.time.Duration;
import org.anteroom.agent.rehearsal.Answering;

/** How a person takes an emergency: picks up, hears the announcement, presses 1, skips what it is about, talks. */
final class OnCallPerson {
    private static final Duration TALKS = Duration.ofSeconds(60);

    private OnCallPerson() {}

    /** Talks in this tone until the call is over. */
    static Answering talking(double hertz) {
        return Answering.after(Duration.ZERO, call -> {
            call.awaitSpeech(Clinic.SOON);
            call.press('1');
            call.press('5');
            call.tone(hertz, TALKS);
        });
    }
}
