package org.anteroom.agent.dialogue;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Where a talk about a hand-over stands, and what may come next: a step that isn't in the table does not happen.
 *
 * <pre>
 *   NEW -> PIN <-> CHECKING -> ROTA -> WHOM -> UNTIL -> WAITING -> ENDED
 *                      `---------------^         `-> CONFIRM -> WAITING
 *   from everywhere -> DESK (a person was asked for), SUSPENDED (an emergency), ENDED (hung up, or nobody types)
 *   DESK, SUSPENDED -> PIN: from the beginning
 *   SUSPENDED -> WAITING: where a hand-over is under way
 * </pre>
 */
public enum DutyStage {
    NEW,
    /** The PIN is asked for. */
    PIN,
    /** It is being compared. */
    CHECKING,
    /** Which rota? */
    ROTA,
    /** To whom, or from whom? */
    WHOM,
    UNTIL,
    /** Whoever calls takes it with the key. */
    CONFIRM,
    /** Somebody is rung, or it is being written. */
    WAITING,
    /** The desk is being rung. */
    DESK,
    /** An emergency has the call. */
    SUSPENDED,
    ENDED;

    private static final Map<DutyStage, Set<DutyStage>> TABLE = table();

    boolean mayBecome(DutyStage next) {
        boolean anywhere = this != ENDED && (next == SUSPENDED || next == ENDED);
        boolean person = next == DESK && asking();
        return anywhere || person || TABLE.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether keys mean something. */
    boolean asking() {
        return this == PIN || this == ROTA || this == WHOM || this == UNTIL || this == CONFIRM;
    }

    private static Map<DutyStage, Set<DutyStage>> table() {
        Map<DutyStage, Set<DutyStage>> table = new EnumMap<>(DutyStage.class);
        table.put(NEW, EnumSet.of(PIN));
        table.put(PIN, EnumSet.of(PIN, CHECKING));
        table.put(CHECKING, EnumSet.of(CHECKING, PIN, ROTA, WHOM));
        table.put(ROTA, EnumSet.of(ROTA, WHOM));
        table.put(WHOM, EnumSet.of(WHOM, UNTIL));
        table.put(UNTIL, EnumSet.of(UNTIL, CONFIRM, WAITING));
        table.put(CONFIRM, EnumSet.of(CONFIRM, WAITING));
        table.put(WAITING, EnumSet.of(WAITING));
        table.put(DESK, EnumSet.of(DESK, PIN));
        table.put(SUSPENDED, EnumSet.of(SUSPENDED, PIN, WAITING));
        table.put(ENDED, EnumSet.of(ENDED));
        return table;
    }
}
