package org.anteroom.agent.call;

/** What whoever is rung about a hand-over has said to it, by keys alone: a voicemail's greeting is no answer. */
enum DutyAnswer {
    NONE,
    /** Final: nobody gives it back by pressing more. */
    TAKEN,
    /** Final as well. */
    DECLINED;

    private static final char DECLINE_KEY = '2';

    DutyAnswer after(char key, char acceptKey) {
        if (this != NONE) {
            return this;
        }
        if (key == acceptKey) {
            return TAKEN;
        }
        return key == DECLINE_KEY ? DECLINED : NONE;
    }
}
