package org.anteroom.agent.rehearsal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an evaluation has measured. */
public interface Figures {
    /** For programs: one object. */
    Map<String, @Nullable Object> json();

    /** For people: tables. */
    String text();
}
