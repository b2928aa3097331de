package org.anteroom.agent.notice;

/** Takes acknowledgements: somebody has the alarm in hand, so it is not sent any further. Any thread; never blocks. */
@FunctionalInterface
public interface AckDesk {
    /** What came of it. */
    enum Answer {
        /** It is taken now. */
        TAKEN,
        /** Somebody had it in hand already. */
        TAKEN_BEFORE,
        /** No such alarm is open. */
        NOT_OPEN
    }

    /**
     * Acknowledges an open alarm.
     *
     * @param number of the alarm
     * @param actor who, as the audit trail names them: {@code uid:1000(name)}, or the channel and what it knows of the
     *     person, {@code phone:first}
     */
    Answer acknowledge(long number, String actor);
}
