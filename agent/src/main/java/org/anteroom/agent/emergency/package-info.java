/**
 * Emergencies, decided and carried to a person as pure values: the detector (none, concern, alarm, with the reason),
 * the on-call plan and the ladder that climbs it.
 *
 * <p>Nothing here waits, reads a clock or touches a socket: time comes in as data. Rules are reviewed data files that a
 * clinician can read. What enters may only make a human answer sooner, or spare one a call
 * that the meaning of a whole turn speaks against.
 */
@NullMarked
package org.anteroom.agent.emergency;

import org.jspecify.annotations.NullMarked;
