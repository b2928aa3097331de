package org.anteroom.agent.rehearsal.calls;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.dialogue.Request;
import org.anteroom.agent.practice.book.Appointment;
import org.anteroom.agent.practice.book.Patient;
import org.anteroom.agent.rehearsal.caller.When;

/**
 * All that came of one call.
 *
 * @param lines both sides and what was done, in order
 * @param saved what was stored for staff
 * @param before the book as it was
 * @param after the book as it is now
 * @param patients who is on file now
 * @param when what suited the caller in the end
 * @param accepted the offer that the caller took last
 * @param toldDone whether the caller heard that something is done
 * @param gaveUp whether the caller asked for a person because they got nowhere
 * @param turns of the caller's
 * @param repairs how often the agent asked again, or had not understood
 * @param loops how often the agent said the very same twice in a row
 * @param timing of a call over the telephone
 */
record Account(
        List<String> lines,
        Ending ending,
        List<Request> saved,
        List<Appointment> before,
        List<Appointment> after,
        List<Patient> patients,
        When when,
        Optional<LocalDateTime> accepted,
        boolean toldDone,
        boolean gaveUp,
        int turns,
        int repairs,
        int loops,
        Timing timing) {
    Account {
        lines = List.copyOf(lines);
        saved = List.copyOf(saved);
        before = List.copyOf(before);
        after = List.copyOf(after);
        patients = List.copyOf(patients);
    }

    /** Of a call that could not be tried.
     *
     *  @param why for whoever reads the transcript
     */
    static Account notHeld(String why) {
        return new Account(
                List.of("* " + why),
                Ending.NOT_HELD,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                When.ANY,
                Optional.empty(),
                false,
                false,
                0,
                0,
                0,
                Timing.NONE);
    }

    /** Nothing of it. */
    @Override
    public String toString() {
        return "Account[" + ending + "]";
    }
}
