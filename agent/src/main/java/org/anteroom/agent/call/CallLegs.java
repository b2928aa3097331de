package org.anteroom.agent.call;

import java.util.Optional;
import java.util.function.Consumer;
import org.anteroom.agent.emergency.Clause;

/**
 * The ends of one call.
 *
 * @param callerNumber digits of the number the call comes from, where the PBX sent it
 * @param post posts what the player to the caller reports
 * @param mind takes what is to be judged by its meaning; the answer comes back as mail
 * @param turns takes finished turns; so does what they are for
 */
record CallLegs(
        CallerLine caller,
        Dialler dialler,
        Optional<String> callerNumber,
        Prompter.Post post,
        Consumer<Clause> mind,
        TurnInMind.Asking turns) {}
