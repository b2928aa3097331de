package org.anteroom.agent.rehearsal;

import org.anteroom.speech.Expected;

/** One thing a caller of the demo said, and how long a pause the agent allows there; the agent was quiet meanwhile. */
record DemoTurn(PhoneCall call, Spoken spoken, Expected.Kind pause) {}
