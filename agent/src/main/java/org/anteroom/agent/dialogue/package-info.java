/**
 * What is said and asked: a pure step from (state, input) to (state, acts), and the reviewed catalogue that holds every
 * sentence the agent can speak.
 *
 * <p>What may enter: intents, forms, slots, templates. What may not: a clock, a socket, a file other than the
 * catalogue's own, a thread, a word of the caller's spoken back except the slots a task reads back. Emergencies are
 * not decided here: the detector stands in front and overrides whatever this room wants.
 */
@NullMarked
package org.anteroom.agent.dialogue;

import org.jspecify.annotations.NullMarked;
