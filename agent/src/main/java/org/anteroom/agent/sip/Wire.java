package org.anteroom.agent.sip;

/**
 * What everything that sends on a line shares, from the moment its port is open.
 *
 * @param thread {@code sip-line}
 * @param outstanding the requests that a closing line waits for
 */
record Wire(
        LineSettings settings,
        SipThread thread,
        Stack stack,
        LocalParty party,
        Digest digest,
        SipCounters counters,
        Outstanding outstanding) {

    LineTimers timers() {
        return settings.timers();
    }

    LineLimits limits() {
        return settings.limits();
    }
}
