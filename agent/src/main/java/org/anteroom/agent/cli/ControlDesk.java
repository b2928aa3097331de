package org.anteroom.agent.cli;

import java.util.function.Consumer;

/** Carries out what a command asks: in the running service behind its socket, or on the store itself while no service
 *  runs.
 */
interface ControlDesk {

    /** Does it, blocking.
     *
     *  @param actor who asks, as {@link Actor} names them for the audit trail
     *  @param lines told each line to print, as soon as it is known
     *  @throws Failure with the sentence to show
     */
    void serve(ControlRequest request, String actor, Consumer<String> lines) throws Failure;
}
