package org.anteroom.agent.dialogue;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Where a talk about an override stands, and what may come next: a step that isn't in the table does not happen.
 *
 * <pre>
 *   NEW -> PIN <-> CHECKING -> MENU <-> UNTIL ----> CONFIRM -> WAITING -> MENU
 *                              MENU <-> PROVIDER ---^  |          `-> AFFECTED -> MENU
 *                              MENU <-> LIFT -------^  `-> MENU
 *   from everywhere -> DESK (a person was asked for), SUSPENDED (an emergency), ENDED (hung up, or nobody types)
 *   DESK, SUSPENDED -> PIN: from the beginning
 *   SUSPENDED -> WAITING: where something is being written; MENU, AFFECTED: where that was done meanwhile
 * </pre>
 */
public enum StaffStage {
    NEW,
    /** The PIN is asked for. */
    PIN,
    /** It is being compared. */
    CHECKING,
    /** What shall be done? */
    MENU,
    /** Until when? */
    UNTIL,
    /** Which provider is out? */
    PROVIDER,
    /** What shall end? */
    LIFT,
    /** Shall it be done? */
    CONFIRM,
    /** It is being written. */
    WAITING,
    /** The appointments of a provider who is out are read, one by one. */
    AFFECTED,
    /** The desk is being rung. */
    DESK,
    /** An emergency has the call. */
    SUSPENDED,
    ENDED;

    private static final Map<StaffStage, Set<StaffStage>> TABLE = table();

    boolean mayBecome(StaffStage next) {
        boolean anywhere = this != ENDED && (next == SUSPENDED || next == ENDED);
        boolean person = next == DESK && asking();
        return anywhere || person || TABLE.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether keys mean something. */
    boolean asking() {
        return switch (this) {
            case PIN, MENU, UNTIL, PROVIDER, LIFT, CONFIRM, AFFECTED -> true;
            default -> false;
        };
    }

    private static Map<StaffStage, Set<StaffStage>> table() {
        Map<StaffStage, Set<StaffStage>> table = new EnumMap<>(StaffStage.class);
        table.put(NEW, EnumSet.of(PIN));
        table.put(PIN, EnumSet.of(PIN, CHECKING));
        table.put(CHECKING, EnumSet.of(CHECKING, PIN, MENU));
        table.put(MENU, EnumSet.of(MENU, UNTIL, PROVIDER, LIFT));
        table.put(UNTIL, EnumSet.of(UNTIL, CONFIRM, MENU));
        table.put(PROVIDER, EnumSet.of(PROVIDER, CONFIRM, MENU));
        table.put(LIFT, EnumSet.of(LIFT, CONFIRM, MENU));
        table.put(CONFIRM, EnumSet.of(CONFIRM, WAITING, MENU));
        table.put(WAITING, EnumSet.of(WAITING, AFFECTED, MENU));
        table.put(AFFECTED, EnumSet.of(AFFECTED, MENU));
        table.put(DESK, EnumSet.of(DESK, PIN));
        table.put(SUSPENDED, EnumSet.of(SUSPENDED, PIN, WAITING, AFFECTED, MENU));
        table.put(ENDED, EnumSet.of(ENDED));
        return table;
    }
}
