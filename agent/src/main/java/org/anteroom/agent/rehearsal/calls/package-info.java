/** Callers with a mind of their own hold whole calls with the agent, and what came of each is judged by the practice's records.
 *  Here, and only here, the two sides meet: callers know nothing of the agent.
 */
@NullMarked
package org.anteroom.agent.rehearsal.calls;

import org.jspecify.annotations.NullMarked;
