package org.anteroom.agent.notice;

import java.util.Locale;
import java.util.Set;

/** What a gateway means by a status that is not "OK" (SMPP 3.4 section 5.1.3), in sentences for whoever runs the practice's side. */
final class SmppStatus {
    private static final int ALREADY_BOUND = 0x05;
    private static final int WRONG_SOURCE = 0x0A;
    /** Name, password, or both. */
    private static final Set<Integer> LOGIN = Set.of(0x0D, 0x0E, 0x0F);
    /** Address of the phone, its type and its plan. */
    private static final Set<Integer> NUMBER = Set.of(0x0B, 0x50, 0x51);
    /** System error, full queue, submission failed, throttled. */
    private static final Set<Integer> BUSY = Set.of(0x08, 0x14, 0x45, 0x58);

    private SmppStatus() {}

    /** Whether it is about the one number alone, and nothing is wrong with the gateway. */
    static boolean ofTheNumber(int status) {
        return NUMBER.contains(status);
    }

    static Undelivered unbound(String where, int status) {
        if (LOGIN.contains(status)) {
            return Undelivered.forGood("The gateway " + where + " refuses the name or the password (" + hex(status)
                    + "): check system-id and the first line of password-file in [text].");
        }
        return status == ALREADY_BOUND
                ? Undelivered.forNow("The gateway " + where + " says that we are logged in already (" + hex(status)
                        + "): see whether something else uses our system-id.")
                : Undelivered.forNow(
                        "The gateway " + where + " does not let us in (" + hex(status) + "): ask whoever runs it.");
    }

    static Undelivered refused(String where, int status) {
        if (status == WRONG_SOURCE) {
            return Undelivered.forGood("The gateway " + where + " refuses where texts come from (" + hex(status)
                    + "): set from in [text] to a number that it has given you.");
        }
        return BUSY.contains(status)
                ? Undelivered.forNow(
                        "The gateway " + where + " does not take texts now (" + hex(status) + "): ask whoever runs it.")
                : Undelivered.forGood("The gateway " + where + " refuses the text (" + hex(status)
                        + "): check from in [text], and ask whoever runs it.");
    }

    private static String hex(int status) {
        return String.format(Locale.ROOT, "0x%08X", status);
    }
}
