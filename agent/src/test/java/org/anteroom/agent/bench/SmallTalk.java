package org.anteroom.agent.bench;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.agent.rehearsal.PhoneCall;

/** What is said in a call that goes on and on: a message, then the opening hours and more messages. No turn of it is a
 *  misunderstanding, which would end in a transfer. One caller, one thread.
 */
final class SmallTalk {

    private static final List<String> FIRST = List.of(
            "message-wish",
            "message-name",
            "message-no",
            "message-number",
            "message-yes",
            "message-about",
            "message-nothing");

    private static final List<String> THEN =
            List.of("hours-wish", "hours-wish", "hours-wish", "message-wish", "message-about", "message-nothing");
    private static final Duration QUIET = Duration.ofMillis(900);
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final Deque<String> script = new ArrayDeque<>(FIRST);

    /** Waits until we are asked, then says what comes next, asked or not.
     *
     *  @return whether the agent had answered
     */
    boolean turn(PhoneCall call) throws Exception {
        boolean answered = call.awaitTurn(QUIET, PATIENCE);
        if (script.isEmpty()) {
            script.addAll(THEN);
        }
        call.say(CallerAudio.clip(script.remove()));
        return answered;
    }
}
