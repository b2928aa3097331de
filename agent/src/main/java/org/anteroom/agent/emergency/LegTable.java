package org.anteroom.agent.emergency;

import static java.util.Map.entry;
import static org.anteroom.agent.emergency.LegSignal.ACCEPT;
import static org.anteroom.agent.emergency.LegSignal.ADD;
import static org.anteroom.agent.emergency.LegSignal.ANSWERED;
import static org.anteroom.agent.emergency.LegSignal.BUSY_WITH_OURS;
import static org.anteroom.agent.emergency.LegSignal.FALSE_ALARM;
import static org.anteroom.agent.emergency.LegSignal.GIVE_BACK;
import static org.anteroom.agent.emergency.LegSignal.GONE;
import static org.anteroom.agent.emergency.LegSignal.HEARD;
import static org.anteroom.agent.emergency.LegSignal.LATE;
import static org.anteroom.agent.emergency.LegSignal.OTHER_KEY;
import static org.anteroom.agent.emergency.LegSignal.PASS_ON;
import static org.anteroom.agent.emergency.LegSignal.REPEAT;
import static org.anteroom.agent.emergency.LegSignal.SPOKEN;
import static org.anteroom.agent.emergency.LegSignal.UNHEARD;

import java.util.EnumMap;
import java.util.Map;

/**
 * What may happen to an on-call leg, as a table. Whatever is not in it changes nothing; so nothing but {@link
 * LegSignal#ACCEPT} while {@link LegStage#ANNOUNCING} leads a person's leg to the call: no speech, no beep, no other key.
 *
 * <pre>
 *               ANSWERED  ACCEPT   OTHER_KEY  SPOKEN          GONE    LATE        REPEAT, PASS_ON, GIVE_BACK, FALSE_ALARM, ADD
 *   RINGING     GREET     -        -          -               FORGET  -
 *   AGAIN       -         -        -          -               FORGET  RING_AGAIN
 *   ANNOUNCING  -         TAKE     -          ANNOUNCE_AGAIN  FORGET  DROP
 *   DISCLOSING  -         BRIDGE   BRIDGE     BRIDGE          FORGET  BRIDGE
 *   BRIDGED     -         -        -          -               PART    -           REMIND, SEEK,    RETURN,    MARK,        ADD
 *   REFUSED     -         -        -          DROP            FORGET  DROP
 *   TELLING     -         -        -          TOLD            FORGET  TOLD
 *   CANCELLED   GREET     -        -          -               FORGET  FORGET
 *   ADDING      JOIN      -        -          -               MISS    -
 *   ADDING_AGAIN -        -        -          -               MISS    RING_AGAIN
 *   REVIVED     JOIN      -        -          -               RING_AGAIN RING_AGAIN
 *   JOINED      -         -        -          -               LEAVE   -
 *   STAYING     -         -        -          -               END     -           REMIND
 * </pre>
 *
 * <p>{@link LegSignal#BUSY_WITH_OURS} leads from {@link LegStage#RINGING} and {@link LegStage#ADDING} to WAIT, {@link
 * LegSignal#UNHEARD} from {@link LegStage#BRIDGED} and {@link LegStage#STAYING} to RELIEVE, {@link LegSignal#HEARD} from
 * there to WITHDRAW.
 */
final class LegTable {

    private static final Map<LegStage, Map<LegSignal, LegMove>> TABLE = Map.ofEntries(
            entry(LegStage.RINGING, row(ANSWERED, LegMove.GREET, GONE, LegMove.FORGET, BUSY_WITH_OURS, LegMove.WAIT)),
            entry(LegStage.AGAIN, row(GONE, LegMove.FORGET, LATE, LegMove.RING_AGAIN)),
            entry(
                    LegStage.ANNOUNCING,
                    row(
                            ACCEPT,
                            LegMove.TAKE,
                            SPOKEN,
                            LegMove.ANNOUNCE_AGAIN,
                            GONE,
                            LegMove.FORGET,
                            LATE,
                            LegMove.DROP)),
            entry(
                    LegStage.DISCLOSING,
                    row(
                            ACCEPT,
                            LegMove.BRIDGE,
                            OTHER_KEY,
                            LegMove.BRIDGE,
                            SPOKEN,
                            LegMove.BRIDGE,
                            LATE,
                            LegMove.BRIDGE,
                            GONE,
                            LegMove.FORGET)),
            entry(
                    LegStage.BRIDGED,
                    row(
                            GONE,
                            LegMove.PART,
                            REPEAT,
                            LegMove.REMIND,
                            PASS_ON,
                            LegMove.SEEK,
                            GIVE_BACK,
                            LegMove.RETURN,
                            FALSE_ALARM,
                            LegMove.MARK,
                            ADD,
                            LegMove.ADD,
                            UNHEARD,
                            LegMove.RELIEVE,
                            HEARD,
                            LegMove.WITHDRAW)),
            entry(LegStage.REFUSED, row(SPOKEN, LegMove.DROP, GONE, LegMove.FORGET, LATE, LegMove.DROP)),
            entry(LegStage.TELLING, row(SPOKEN, LegMove.TOLD, GONE, LegMove.FORGET, LATE, LegMove.TOLD)),
            entry(LegStage.CANCELLED, row(ANSWERED, LegMove.GREET, GONE, LegMove.FORGET, LATE, LegMove.FORGET)),
            entry(LegStage.ADDING, row(ANSWERED, LegMove.JOIN, GONE, LegMove.MISS, BUSY_WITH_OURS, LegMove.WAIT)),
            entry(LegStage.ADDING_AGAIN, row(GONE, LegMove.MISS, LATE, LegMove.RING_AGAIN)),
            entry(LegStage.REVIVED, row(ANSWERED, LegMove.JOIN, GONE, LegMove.RING_AGAIN, LATE, LegMove.RING_AGAIN)),
            entry(LegStage.JOINED, row(GONE, LegMove.LEAVE)),
            entry(
                    LegStage.STAYING,
                    row(GONE, LegMove.END, REPEAT, LegMove.REMIND, UNHEARD, LegMove.RELIEVE, HEARD, LegMove.WITHDRAW)));

    private LegTable() {}

    static LegMove move(LegStage stage, LegSignal signal) {
        return TABLE.getOrDefault(stage, Map.of()).getOrDefault(signal, LegMove.NOTHING);
    }

    private static Map<LegSignal, LegMove> row(Object... cells) {
        Map<LegSignal, LegMove> row = new EnumMap<>(LegSignal.class);
        for (int i = 0; i < cells.length; i += 2) {
            row.put((LegSignal) cells[i], (LegMove) cells[i + 1]);
        }
        return row;
    }
}
