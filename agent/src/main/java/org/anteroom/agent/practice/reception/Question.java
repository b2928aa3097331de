package org.anteroom.agent.practice.reception;

import java.time.LocalDate;
import java.util.Optional;
import org.anteroom.agent.config.IdentityConfig;
import org.anteroom.agent.config.IdentityConfig.Factor;
import org.anteroom.agent.config.IdentityConfig.Level;
import org.anteroom.agent.practice.book.BookRecords;
import org.anteroom.agent.practice.book.Patient;
import org.anteroom.agent.practice.book.PatientDetails;
import org.anteroom.agent.words.Phonetics;

/**
 * What a caller wants to be let do, and what the practice asks for it. PHI.
 *
 * @param fit the patient who fits the claim, where one does
 * @param chosen the rules when it was asked
 */
record Question(Query.Stand asked, Optional<Patient> fit, IdentityConfig chosen) {

    /** One of a caller who has shown nothing yet. */
    static Question unproven(Claim claim, Task task, Optional<Patient> fit, IdentityConfig chosen) {
        return new Question(new Query.Stand(claim, task, new Evidence.None()), fit, chosen);
    }

    Level level() {
        return asked.task().level(chosen);
    }

    boolean byProxy() {
        return asked.claim().proxy().isPresent();
    }

    /** Nothing is told to whoever books by name: a listed proxy may as the patient may. */
    boolean bookedByName() {
        return level() == Level.NAME && asked.task() == Task.BOOK;
    }

    private boolean wantsProof() {
        return byProxy() ? level() != Level.STAFF && !bookedByName() : level() == Level.FACTOR;
    }

    /** Digits are looked at: they may be guesses, and count. */
    boolean takesDigits() {
        return wantsProof()
                && switch (chosen.factor()) {
                    case PIN -> asked.evidence() instanceof Evidence.Pin;
                    case TEXT -> asked.evidence() instanceof Evidence.Texted;
                    case NONE, CALL_BACK -> false;
                };
    }

    /**
     * The number on file, where the practice sends codes for this. Whose visits are confidential gets none: others may see that
     * phone, and would learn where they are a patient.
     */
    Optional<String> numberForCode() {
        return fit.filter(patient -> wantsProof() && chosen.factor() == Factor.TEXT)
                .map(Patient::details)
                .filter(details -> !details.confidential())
                .flatMap(PatientDetails::phone)
                .filter(number -> !number.isBlank());
    }

    /** The very patient whom they name was proven by a code before. */
    boolean textedBefore() {
        return wantsProof()
                && chosen.factor() == Factor.TEXT
                && asked.evidence() instanceof Evidence.TextedBefore before
                && fit.map(Patient::id).equals(Optional.of(before.patient()));
    }

    /** Whoever speaks was rung at the number of the very patient whom they name. */
    boolean calledBack() {
        return wantsProof()
                && chosen.factor() == Factor.CALL_BACK
                && asked.evidence() instanceof Evidence.CalledBack called
                && fit.map(Patient::id).equals(Optional.of(called.patient()));
    }

    /** Whom the audit trail names: the patient's id, or nobody. */
    String subject() {
        return fit.map(Patient::id).orElse("none");
    }

    /** Whom and whence: one patient, or one claim that fits nobody, from one number. A withheld one counts as a number. */
    String claimed() {
        Claim claim = asked.claim();
        String from = claim.from()
                .map(BookRecords::plainPhone)
                .filter(digits -> !digits.isEmpty())
                .orElse("withheld");
        String who = fit.map(patient -> "patient " + patient.id())
                .orElseGet(() -> "nobody "
                        + claim.birth().map(LocalDate::toString).orElse("") + " "
                        + claim.phone().map(BookRecords::plainPhone).orElse("") + " "
                        + claim.animal().map(Phonetics::key).orElse("") + " "
                        + claim.names().stream().findFirst().map(Phonetics::key).orElse(""));
        return who + "|" + from;
    }

    /** Neither claim nor patient. */
    @Override
    public String toString() {
        return "Question[" + asked.task() + "]";
    }
}
