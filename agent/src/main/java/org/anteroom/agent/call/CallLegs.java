package org.anteroom.agent.call;

import java.util.Optional;

/**
 * The ends of one call.
 *
 * @param callerNumber digits of the number the call comes from, where the PBX sent it
 * @param post posts what the player to the caller reports
 */
record CallLegs(CallerLine caller, Dialler dialler, Optional<String> callerNumber, Prompter.Post post) {}
