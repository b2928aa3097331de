package org.anteroom.agent.call;

import java.util.List;

/**
 * What calling the front desk may do next: the whole table.
 *
 * <pre>
 *              ASKED       ANSWERED     FAILED, TIMED_OUT   LEFT           STOPPED
 *   IDLE       RING        -            -                   -              -
 *   RINGING    -           JOIN         HANG_UP REPORT      HANG_UP REPORT HANG_UP
 *   JOINED     -           -            -                   HANG_UP END    HANG_UP
 * </pre>
 */
enum DeskState {
    IDLE,
    RINGING,
    JOINED,
    OVER;

    enum Event {
        /** The caller is to be put through. */
        ASKED,
        ANSWERED,
        /** Busy, declined, no port, no response. */
        FAILED,
        TIMED_OUT,
        /** The desk hung up. */
        LEFT,
        /** The caller hung up, or an emergency takes over. */
        STOPPED
    }

    enum Act {
        RING,
        JOIN,
        HANG_UP,
        /** Tell the conversation that nobody took the call. */
        REPORT_FAILED,
        /** The caller and the desk have spoken: end the call. */
        END_CALL
    }

    record Step(DeskState state, List<Act> acts) {}

    Step after(Event event) {
        return switch (this) {
            case IDLE -> event == Event.ASKED ? new Step(RINGING, List.of(Act.RING)) : stay();
            case RINGING -> switch (event) {
                case ANSWERED -> new Step(JOINED, List.of(Act.JOIN));
                case FAILED, TIMED_OUT, LEFT -> new Step(OVER, List.of(Act.HANG_UP, Act.REPORT_FAILED));
                case STOPPED -> new Step(OVER, List.of(Act.HANG_UP));
                case ASKED -> stay();
            };
            case JOINED -> switch (event) {
                case LEFT -> new Step(OVER, List.of(Act.HANG_UP, Act.END_CALL));
                case STOPPED -> new Step(OVER, List.of(Act.HANG_UP));
                case ASKED, ANSWERED, FAILED, TIMED_OUT -> stay();
            };
            case OVER -> stay();
        };
    }

    private Step stay() {
        return new Step(this, List.of());
    }
}
