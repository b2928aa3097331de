package org.anteroom.agent.call;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a call stands, and what may come next: a transition that isn't in the table does not happen.
 *
 * <pre>
 *   ARRIVING -> TALKING <-> TO_DESK -> AT_DESK -> LEAVING
 *                  |  ^        |          |          |
 *                  v  |        v          v          v
 *                EMERGENCY <---+----------+----------+      from everywhere, in one step
 *                  |  ^
 *                  v  |
 *                WITH_PERSON
 *   everything -> GONE (the caller hung up; phones may still ring, requests are stored) -> OVER
 * </pre>
 */
enum CallState {
    /** Not answered yet. */
    ARRIVING("is being answered"),
    /** The conversation has the line. */
    TALKING("talking to Anteroom"),
    /** The desk rings; the caller hears that we are connecting. */
    TO_DESK("the front desk rings"),
    /** The caller talks to the desk. */
    AT_DESK("talking to the front desk"),
    /** The last sentence is spoken, then we hang up. */
    LEAVING("saying goodbye"),
    /** The ladder has the line. */
    EMERGENCY("emergency: the people on call ring"),
    /** The caller talks to the person who took the emergency. */
    WITH_PERSON("emergency: talking to the person on call"),
    /** The caller has hung up; what must still be done is being done. */
    GONE("the caller has hung up"),
    /** Nothing is left. */
    OVER("over");

    private final String words;

    CallState(String words) {
        this.words = words;
    }

    /** What happens on the call, for people who look on. */
    String words() {
        return words;
    }

    /** What moves a call. */
    enum Trigger {
        ANSWERED,
        DESK_ASKED,
        DESK_TAKEN,
        DESK_FAILED,
        DESK_LEFT,
        HUMAN_NEEDED,
        PERSON_JOINED,
        PERSON_LEFT,
        GIVEN_BACK,
        GOODBYE,
        CALLER_GONE,
        DONE
    }

    private static final Map<CallState, Map<Trigger, CallState>> TABLE = table();

    /** The state after the trigger; empty when it means nothing here. */
    Optional<CallState> after(Trigger trigger) {
        return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(trigger));
    }

    /** Whether the conversation may speak to the caller. */
    boolean conversing() {
        return this == TALKING;
    }

    /** Whether the caller's words are listened to: always, but not while a human has the caller. */
    boolean listening() {
        return this == TALKING || this == TO_DESK || this == LEAVING || this == EMERGENCY;
    }

    /** Whether a human is needed or there: nothing of ours may end such a call. */
    boolean protectedCall() {
        return this == EMERGENCY || this == WITH_PERSON;
    }

    private static Map<CallState, Map<Trigger, CallState>> table() {
        Map<CallState, Map<Trigger, CallState>> table = new EnumMap<>(CallState.class);
        table.put(ARRIVING, Map.of(Trigger.ANSWERED, TALKING, Trigger.CALLER_GONE, GONE));
        table.put(
                TALKING,
                Map.of(
                        Trigger.DESK_ASKED, TO_DESK,
                        Trigger.HUMAN_NEEDED, EMERGENCY,
                        Trigger.GOODBYE, LEAVING,
                        Trigger.CALLER_GONE, GONE));
        table.put(
                TO_DESK,
                Map.of(
                        Trigger.DESK_TAKEN, AT_DESK,
                        Trigger.DESK_FAILED, TALKING,
                        Trigger.HUMAN_NEEDED, EMERGENCY,
                        Trigger.CALLER_GONE, GONE));
        table.put(
                AT_DESK,
                Map.of(
                        Trigger.DESK_LEFT, LEAVING,
                        Trigger.HUMAN_NEEDED, EMERGENCY,
                        Trigger.CALLER_GONE, GONE));
        table.put(LEAVING, Map.of(Trigger.HUMAN_NEEDED, EMERGENCY, Trigger.CALLER_GONE, GONE));
        table.put(
                EMERGENCY,
                Map.of(
                        Trigger.PERSON_JOINED, WITH_PERSON,
                        Trigger.GIVEN_BACK, TALKING,
                        Trigger.GOODBYE, LEAVING,
                        Trigger.CALLER_GONE, GONE));
        table.put(WITH_PERSON, Map.of(Trigger.PERSON_LEFT, EMERGENCY, Trigger.CALLER_GONE, GONE));
        table.put(GONE, Map.of(Trigger.DONE, OVER));
        return table;
    }
}
