package org.anteroom.agent.call;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What handing a call that a human has taken to the PBX may do next: the whole table; what isn't in it changes nothing.
 *
 * <pre>
 *                DUE  TOUCHED  JOINED   NOT_JOINED, LATE  PHONE_LEFT           CALLER_LEFT   PARTED
 *   OURS         ASK  KEPT     -        -                 phone                caller        -
 *   ASKED        -    -        RELEASE  KEPT, -           comfort, PHONE_GONE  CALLER_GONE   KEPT
 *   PHONE_GONE   -    -        RELEASE  phone, KEPT       -                    caller, KEPT  KEPT
 *   CALLER_GONE  -    -        RELEASE  caller, KEPT      caller, KEPT         -             caller, KEPT
 *   KEPT         -    -        -        -                 phone                caller        -
 *   HANDED       -    -        -        -                 -                    -             -
 * </pre>
 *
 * <p>The bridge is let go by the PBX's verdict alone, so that there is always the bridge or the verdict: nothing that happens
 * between question and verdict undoes the bridge, and nothing undoes the verdict, because then the PBX has joined the two
 * already. A leg that ends in between may have been replaced or hung up, which looks the same; so it waits for a moment
 * before it counts as hung up. However late a verdict comes, it is one while both legs are there, and the PBX's end of a leg
 * may come before it; after a leg was counted as gone, or the phone was parted, nothing more is believed, because somebody
 * else may have the caller.
 */
enum HandBackState {
    /** The bridge is ours, and the PBX was not asked. */
    OURS,
    /** Asked; the bridge is ours until the verdict. */
    ASKED,
    /** Asked, and the phone's leg has ended: replaced or hung up. The caller hears the comfort tone. */
    PHONE_GONE,
    /** Asked, and the caller's leg has ended: taken along or hung up. */
    CALLER_GONE,
    /** The bridge stays ours for the rest of the call. */
    KEPT,
    /** The PBX has them. */
    HANDED;

    enum Event {
        /** The bridge has stood long enough, undisturbed. */
        DUE,
        /** Whoever has the call uses the keys that only we understand. */
        TOUCHED,
        /** The PBX has joined the two. */
        JOINED,
        /** The PBX won't, can't, or doesn't say. */
        NOT_JOINED,
        /** A verdict after a leg's end has been waited for long enough. */
        LATE,
        PHONE_LEFT,
        CALLER_LEFT,
        /** We have parted the two ourselves. */
        PARTED
    }

    enum Act {
        ASK,
        /** The caller hears that we are there. */
        COMFORT,
        /** The phone hung up: whatever a hang-up leads to. */
        TELL_PHONE_LEFT,
        /** The caller hung up: whatever a hang-up leads to. */
        TELL_CALLER_LEFT,
        /** End what we hold of both legs. */
        RELEASE
    }

    record Step(HandBackState state, List<Act> acts) {}

    private static final Map<HandBackState, Map<Event, Step>> TABLE = table();

    Step after(Event event) {
        return TABLE.getOrDefault(this, Map.of()).getOrDefault(event, new Step(this, List.of()));
    }

    private static Map<HandBackState, Map<Event, Step>> table() {
        Step phone = to(KEPT, Act.TELL_PHONE_LEFT);
        Step caller = to(KEPT, Act.TELL_CALLER_LEFT);
        Step handed = to(HANDED, Act.RELEASE);
        Map<HandBackState, Map<Event, Step>> table = new EnumMap<>(HandBackState.class);
        table.put(
                OURS,
                Map.of(
                        Event.DUE, to(ASKED, Act.ASK),
                        Event.TOUCHED, to(KEPT),
                        Event.PHONE_LEFT, to(OURS, Act.TELL_PHONE_LEFT),
                        Event.CALLER_LEFT, to(OURS, Act.TELL_CALLER_LEFT)));
        table.put(
                ASKED,
                Map.of(
                        Event.JOINED, handed,
                        Event.NOT_JOINED, to(KEPT),
                        Event.PHONE_LEFT, to(PHONE_GONE, Act.COMFORT),
                        Event.CALLER_LEFT, to(CALLER_GONE),
                        Event.PARTED, to(KEPT)));
        table.put(
                PHONE_GONE,
                Map.of(
                        Event.JOINED, handed,
                        Event.NOT_JOINED, phone,
                        Event.LATE, phone,
                        Event.CALLER_LEFT, caller,
                        Event.PARTED, to(KEPT)));
        table.put(
                CALLER_GONE,
                Map.of(
                        Event.JOINED, handed,
                        Event.NOT_JOINED, caller,
                        Event.LATE, caller,
                        Event.PHONE_LEFT, caller,
                        Event.PARTED, caller));
        table.put(KEPT, Map.of(Event.PHONE_LEFT, phone, Event.CALLER_LEFT, caller));
        return table;
    }

    private static Step to(HandBackState state, Act... acts) {
        return new Step(state, List.of(acts));
    }
}
