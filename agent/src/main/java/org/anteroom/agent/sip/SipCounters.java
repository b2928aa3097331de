package org.anteroom.agent.sip;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** The counters of one line, published at zero. Any thread. */
public final class SipCounters {
    private final Map<SipCount, LongAdder> adders = new EnumMap<>(SipCount.class);

    public SipCounters() {
        for (SipCount count : SipCount.values()) {
            adders.put(count, new LongAdder());
        }
    }

    /** The value now. */
    public long get(SipCount count) {
        return adder(count).sum();
    }

    void increment(SipCount count) {
        adder(count).increment();
    }

    private LongAdder adder(SipCount count) {
        LongAdder adder = adders.get(count);
        if (adder == null) {
            throw new IllegalStateException("no counter for " + count);
        }
        return adder;
    }
}
