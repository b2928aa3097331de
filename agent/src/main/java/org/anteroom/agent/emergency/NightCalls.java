package org.anteroom.agent.emergency;

/**
 * How a practice is called out of hours: what turns false alarms on sentences into nights in which the on-call clinician is rung for
 * nothing. Every practice should put in its own figures; {@link #ASSUMED} only makes thresholds comparable.
 *
 * <p>Each turn is taken to be wrong independently of the others, with
 * {@code p = lookalikePart * p(look-alike) + (1 - lookalikePart) * p(ordinary)}; then {@code p(call) = 1 - (1 - p)^turns}, and there are
 * {@code callsAMonth * p(call)} wake-ups a month. In a real call turns go wrong together, so this is rather too many than too few.
 *
 * @param callsAMonth calls that reach us out of hours (evenings, nights, weekends, holidays) and are no emergencies, 0 or more
 * @param turns how often the caller speaks in such a call and is judged, 0 or more, on average
 * @param lookalikePart which part of these turns is worded like an emergency, 0 to 1; all others count as ordinary
 */
record NightCalls(double callsAMonth, double turns, double lookalikePart) {

    /**
     * Published, rounded: a family practice of about 9,000 patients had 1,906 + 559 clinical calls and 1,073 for information only in the
     * twelve months from April 2000, 5 p.m. to 8 a.m., weekends and holidays ("Reasons for after-hours calls", The Journal of Family
     * Practice): 295 a month, emergencies included. Wake-ups are proportional to it.
     */
    static final double FAMILY_PRACTICE_CALLS = 300;

    /** Assumed, not measured: the reason, an answer or two about it, name, call-back number, farewell. */
    static final double TURNS = 6;

    /** Assumed, not measured: with six turns, every second call has one that is worded like an emergency. */
    static final double LOOKALIKE_PART = 0.1;

    /** For every type of practice the same, so that only the thresholds differ. */
    static final NightCalls ASSUMED = new NightCalls(FAMILY_PRACTICE_CALLS, TURNS, LOOKALIKE_PART);

    NightCalls {
        if (!(callsAMonth >= 0 && turns >= 0 && lookalikePart >= 0 && lookalikePart <= 1)) {
            throw new IllegalArgumentException(
                    "Calls and turns must be 0 or more and the part of look-alikes 0 to 1, not " + callsAMonth + ", "
                            + turns + " and " + lookalikePart);
        }
    }

    /**
     * How often a month the on-call clinician is rung for nothing.
     *
     * @param lookalikes which part of the look-alikes is taken for an emergency, 0 to 1; NaN where it isn't known
     * @param ordinary the same of ordinary sentences
     * @return 0 to {@code callsAMonth}; NaN where one of both isn't known
     */
    double wakeUps(double lookalikes, double ordinary) {
        double turn = lookalikePart * lookalikes + (1 - lookalikePart) * ordinary;
        return callsAMonth * (1 - Math.pow(1 - turn, turns));
    }
}
