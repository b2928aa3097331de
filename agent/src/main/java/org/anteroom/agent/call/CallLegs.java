package org.anteroom.agent.call;

import java.util.Optional;
import java.util.function.Consumer;
import org.anteroom.agent.dialogue.ReturnCall;
import org.anteroom.agent.emergency.Clause;
import org.anteroom.agent.sip.CallReason;

/**
 * The ends of one call.
 *
 * @param callerNumber digits of the number the call comes from, where the PBX sent it
 * @param reason why the PBX sent the call here; empty where only a conversation can serve it
 * @param returned what the conversation goes on with, where we called back
 * @param post posts what the player to the caller reports
 * @param mind takes what is to be judged by its meaning; the answer comes back as mail
 * @param turns takes finished turns; so does what they are for
 */
record CallLegs(
        CallerLine caller,
        Dialler dialler,
        Optional<String> callerNumber,
        Optional<CallReason> reason,
        Optional<ReturnCall> returned,
        Prompter.Post post,
        Consumer<Clause> mind,
        TurnInMind.Asking turns) {

    /** Of a call that the PBX sent. */
    CallLegs(
            CallerLine caller,
            Dialler dialler,
            Optional<String> callerNumber,
            Optional<CallReason> reason,
            Prompter.Post post,
            Consumer<Clause> mind,
            TurnInMind.Asking turns) {
        this(caller, dialler, callerNumber, reason, Optional.empty(), post, mind, turns);
    }
}
