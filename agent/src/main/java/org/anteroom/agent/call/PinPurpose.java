package org.anteroom.agent.call;

import java.util.function.UnaryOperator;

/**
 * What a PIN is for, in the words of alarms.
 *
 * @param subject in front of whom an alarm is about: {@code hand-over}
 * @param act what is done with it: "to hand over the on-call phone"
 * @param none what nobody can do without the PINs: "hand over by phone"
 * @param stopped what is not let in for a while: "No hand-over"
 * @param command makes a new one: {@code anteroom oncall pin}
 * @param alias what an alarm calls a person, who is not named there
 */
record PinPurpose(
        String subject, String act, String none, String stopped, String command, UnaryOperator<String> alias) {}
