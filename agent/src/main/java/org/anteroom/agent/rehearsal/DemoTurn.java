package org.anteroom.agent.rehearsal;

import org.anteroom.speech.Expected;

/** One thing a caller of the demo said, and how long a pause the agent allows there.
 *
 *  @param alone whether the agent was quiet while it was said, so that its answer can be timed
 */
record DemoTurn(PhoneCall call, Spoken spoken, Expected.Kind pause, boolean alone) {}
