package org.anteroom.agent.rehearsal.caller;

/**
 * What a caller has to tell for tasks without an appointment; what a task doesn't need is empty.
 *
 * @param payer name of an insurance, as spoken
 * @param memberId capitals and digits
 * @param drug as spoken
 * @param pharmacy as spoken
 * @param message as spoken
 * @param fact hours, address, parking or fax
 */
public record Errand(String payer, String memberId, String drug, String pharmacy, String message, String fact) {
    /** Nothing. */
    public static final Errand NONE = new Errand("", "", "", "", "", "");

    /** Nothing of it. */
    @Override
    public String toString() {
        return "Errand[" + fact + "]";
    }
}
