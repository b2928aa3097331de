/**
 * One {@code CallSession} per call: where SIP, sound, words and decisions meet. Holds admission, the turn (detector first,
 * conversation after), prompts, the warm transfer, the call journal.
 *
 * <p>What may enter: code that carries acts of {@code emergency} and {@code dialogue} out, or turns what happened on a call
 * into their inputs. Decisions themselves are made in those rooms; nothing here holds a lock or waits on the call's threads.
 */
@org.jspecify.annotations.NullMarked
package org.anteroom.agent.call;
