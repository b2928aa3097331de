package org.anteroom.agent.cli;

import java.util.Optional;

/** The two things that can be done with messages and with calls. */
final class Listing {

    private Listing() {}

    /** The request for {@code list} or {@code show N}; empty when the words are neither. */
    static Optional<ControlRequest> request(
            String verb, long number, ControlRequest.Verb list, ControlRequest.Verb show) {
        if (verb.equals("list") && number == 0) {
            return Optional.of(ControlRequest.of(list));
        }
        if (verb.equals("show") && number > 0) {
            return Optional.of(new ControlRequest(show, number));
        }
        return Optional.empty();
    }
}
