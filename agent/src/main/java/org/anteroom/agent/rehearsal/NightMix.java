package org.anteroom.agent.rehearsal;

/**
 * The nights of a practice, as they are simulated: every call is no emergency.
 *
 * @param calls a night, 1 or more
 * @param lookalikes which part of the calls hold one sentence that is worded like an emergency, 0 to 1
 * @param turns sentences of the caller in a call, 1 or more
 * @param doctors who take turns of a week, 1 or more
 * @param months of {@value #NIGHTS} nights, 1 or more
 * @param seed of chance: the same nights again for the same seed and files
 */
public record NightMix(int calls, double lookalikes, int turns, int doctors, int months, long seed) {
    /** A month. */
    static final int NIGHTS = 30;

    /** How often somebody is rung for nothing in a month, at most. */
    static final int BEARABLE = 4;

    public NightMix {
        if (calls < 1 || turns < 1 || doctors < 1 || months < 1 || !(lookalikes >= 0 && lookalikes <= 1)) {
            throw new IllegalArgumentException(
                    "Calls, turns, doctors and months are 1 or more, look-alikes 0 to 100 %.");
        }
    }
}
