package org.anteroom.agent.cli;

import java.util.Optional;
import org.anteroom.agent.call.CallEvent;
import org.anteroom.agent.rehearsal.Happening;

/** What calls tell, as a rehearsal is told it: the two rooms don't know each other. */
final class Happenings {

    private Happenings() {}

    /** @param call its number in the rehearsal */
    static Optional<Happening> of(CallEvent event, int call) {
        Happening.Kind kind;
        String what = "";
        String words = "";
        if (event instanceof CallEvent.Answered) {
            kind = Happening.Kind.ANSWERED;
        } else if (event instanceof CallEvent.Heard heard) {
            kind = Happening.Kind.HEARD;
            words = heard.words();
        } else if (event instanceof CallEvent.Keyed keyed) {
            kind = Happening.Kind.KEYED;
            what = String.valueOf(keyed.key());
        } else if (event instanceof CallEvent.Said said) {
            kind = Happening.Kind.SAID;
            what = said.template();
            words = said.words();
        } else if (event instanceof CallEvent.BargedIn) {
            kind = Happening.Kind.BARGED_IN;
        } else if (event instanceof CallEvent.Decided decided) {
            kind = Happening.Kind.DECIDED;
            what = decided.rule().equals(decided.category())
                    ? decided.rule()
                    : decided.rule() + ", " + decided.category();
            words = decided.grade();
        } else if (event instanceof CallEvent.Outbound outbound) {
            kind = Happening.Kind.OUTBOUND;
            what = outbound.what();
            words = outbound.target();
        } else if (event instanceof CallEvent.Stored stored) {
            kind = Happening.Kind.STORED;
            what = stored.reference();
        } else if (event instanceof CallEvent.Ended ended) {
            kind = Happening.Kind.ENDED;
            what = ended.why();
        } else {
            return Optional.empty();
        }
        return Optional.of(new Happening(event.nanos(), call, kind, what, words));
    }
}
