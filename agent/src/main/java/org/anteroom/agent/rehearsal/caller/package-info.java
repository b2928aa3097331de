/** The mind of a caller who knows nothing of the agent: what they want, how they speak, how they understand what is asked. They
 *  hear plain sentences and answer in words of a grammar of their own, so nothing of dialogue, emergency or words may enter; what
 *  may is anything about people who call a practice.
 */
@NullMarked
package org.anteroom.agent.rehearsal.caller;

import org.jspecify.annotations.NullMarked;
