/** A practice in a box: a small PBX, scriptable phones and recorded callers over real SIP and RTP, and the
 *  evaluations that measure the agent. What may enter: anything that plays the part of the world outside the agent;
 *  nothing here is reachable from a call, and the agent never depends on it.
 */
@NullMarked
package org.anteroom.agent.rehearsal;

import org.jspecify.annotations.NullMarked;
