/**
 * What a conversation may ask of the practice's records, and change in them: times, who a caller is, appointments. Every
 * question and every answer is a value here, so that a conversation stays pure and this room alone knows the disk.
 *
 * <p>What may enter: identity, PINs, proxies, lock-outs. What may not: a sentence, a telephone, a rule of how to talk.
 * Whether a patient exists never shows in how long an answer takes.
 */
@NullMarked
package org.anteroom.agent.practice.reception;

import org.jspecify.annotations.NullMarked;
