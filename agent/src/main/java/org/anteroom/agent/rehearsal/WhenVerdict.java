package org.anteroom.agent.rehearsal;

import java.util.Optional;
import org.anteroom.agent.words.When;

/** What was understood of one case, and whether that is right. */
record WhenVerdict(WhenCase about, Optional<When> understood, boolean right) {

    /** The kind of what is expected first; of what is ruled out where anything else will do. */
    String kind() {
        boolean excludes = !about.expected().not().isEmpty();
        return WhenJson.kind(about.expected().likeliest().get(0)) + (excludes ? ", something not" : "");
    }

    String said() {
        return understood.map(WhenJson::line).orElse("nothing");
    }
}
