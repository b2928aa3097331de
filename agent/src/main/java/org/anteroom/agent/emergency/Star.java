package org.anteroom.agent.emergency;

/**
 * The star that a phone in the bridge has pressed.
 *
 * @param leg 0 for none
 */
record Star(int leg, long sinceMs) {
    static final Star NONE = new Star(0, 0);

    private static final long DIGIT_WITHIN_MS = 2_000;

    /** Whether a digit of that leg belongs to it. */
    boolean waitsFor(int digitOf, long nowMs) {
        return leg == digitOf && nowMs - sinceMs < DIGIT_WITHIN_MS;
    }

    /** Whether no digit came. */
    boolean alone(long nowMs) {
        return leg != NONE.leg && nowMs - sinceMs >= DIGIT_WITHIN_MS;
    }

    /** What star and digit mean. */
    static LegSignal then(char digit) {
        return switch (digit) {
            case '2' -> LegSignal.PASS_ON;
            case '3' -> LegSignal.GIVE_BACK;
            case '7' -> LegSignal.FALSE_ALARM;
            default -> LegSignal.OTHER_KEY;
        };
    }
}
