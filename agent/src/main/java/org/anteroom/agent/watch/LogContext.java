package org.anteroom.agent.watch;

import org.slf4j.MDC;

/** What log lines are about, beside what they say. */
public final class LogContext {
    /** The key of the call's id. */
    public static final String CALL = "call";

    private LogContext() {}

    /** Does something for a call: whatever this thread logs meanwhile is about it. */
    public static void about(String call, Runnable work) {
        MDC.put(CALL, call);
        try {
            work.run();
        } finally {
            MDC.remove(CALL);
        }
    }
}
